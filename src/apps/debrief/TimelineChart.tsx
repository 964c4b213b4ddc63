import { useLanguage } from '../../i18n/index.ts'
import type { Debrief } from '../../session/index.ts'
import { clockText } from '../parts/index.ts'
import { stepPath } from './figures.ts'

type Timeline = Debrief['timeline']
type Person = Timeline['people'][number]

const WIDTH = 640
const HEIGHT = 150
const FEELINGS = ['trust', 'distress'] as const

/** Trust and distress of each person over the visit, with where the phases begin; the same numbers stand in a table below. */
export function TimelineChart({ timeline }: { timeline: Timeline }) {
  const { say } = useLanguage()
  const people = timeline.people.filter((p) => p.points.length > 0)
  if (people.length === 0) return <p className="quiet">{say('timeline.empty')}</p>
  return (
    <div className="stack">
      <p className="quiet">{say('timeline.lead')}</p>
      <p className="row legend" aria-hidden="true">
        <span className="legend__trust">{say('timeline.trust')}</span>
        <span className="legend__distress">{say('timeline.distress')}</span>
      </p>
      {people.map((person) => (
        <Course key={person.id} person={person} timeline={timeline} />
      ))}
    </div>
  )
}

function Course({ person, timeline }: { person: Person; timeline: Timeline }) {
  const { say, pick } = useLanguage()
  const frame = { width: WIDTH, height: HEIGHT, from: timeline.from, to: timeline.to }
  const x = (at: number) => ((at - timeline.from) / Math.max(1, timeline.to - timeline.from)) * WIDTH
  const courses = FEELINGS.map((feeling) => ({
    feeling,
    points: person.points.flatMap((p) => (p[feeling] === null ? [] : [{ at: p.at, value: p[feeling] }])),
  }))
  const end = (feeling: (typeof FEELINGS)[number], last: boolean) => {
    const points = courses.find((c) => c.feeling === feeling)?.points ?? []
    const value = points[last ? points.length - 1 : 0]?.value
    return value === undefined ? '–' : Math.round(value)
  }
  const name = pick(person.name)
  const spoken = say('timeline.graph', {
    name,
    t0: end('trust', false),
    t1: end('trust', true),
    d0: end('distress', false),
    d1: end('distress', true),
  })
  const phaseAt = (at: number) => [...timeline.phases].reverse().find((p) => p.at <= at)
  return (
    <figure className="course">
      <figcaption>
        <strong>{name}</strong>
      </figcaption>
      <svg viewBox={`-30 -14 ${WIDTH + 40} ${HEIGHT + 34}`} role="img" aria-label={spoken}>
        {[0, 50, 100].map((value) => (
          <g key={value}>
            <path className="course__grid" d={`M0 ${HEIGHT - (value / 100) * HEIGHT}H${WIDTH}`} />
            <text className="course__number" x="-6" y={HEIGHT - (value / 100) * HEIGHT + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {timeline.phases.map((phase) => (
          <g key={phase.number}>
            <path className="course__phase" d={`M${x(phase.at)} 0V${HEIGHT}`} />
            <text className="course__number" x={x(phase.at) + 3} y={HEIGHT + 15}>
              {clockText(phase.at)}
            </text>
          </g>
        ))}
        {courses.map(({ feeling, points }) => (
          <path key={feeling} className={`course__line course__line--${feeling}`} d={stepPath(points, frame)} />
        ))}
      </svg>
      <details>
        <summary>{say('timeline.table')}</summary>
        <div className="course__table">
          <table>
            <caption className="hidden-text">{spoken}</caption>
            <thead>
              <tr>
                <th scope="col">{say('timeline.time')}</th>
                <th scope="col">{say('timeline.phase')}</th>
                <th scope="col">{say('timeline.trust')}</th>
                <th scope="col">{say('timeline.distress')}</th>
              </tr>
            </thead>
            <tbody>
              {person.points.map((p) => {
                const phase = phaseAt(p.at)
                return (
                  <tr key={p.number}>
                    <th scope="row">{clockText(p.at)}</th>
                    <td>{phase ? pick(phase.title) : ''}</td>
                    <td>{p.trust ?? '–'}</td>
                    <td>{p.distress ?? '–'}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
