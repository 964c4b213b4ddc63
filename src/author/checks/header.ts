import type { Check } from '../draft.ts'
import { didYouMean } from '../nearest.ts'
import type { Path } from '../problem.ts'
import { FEELING_NAMES, feelingName } from '../vocabulary.ts'
import { conditionsOf, isMapping, leavesOf, walk } from '../walk.ts'

/** Licences under which a school may use, change and pass on a scene. */
const OPEN_LICENCES = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0', 'Apache-2.0', 'MIT']

export const licence: Check = ({ scene, report }) => {
  if (OPEN_LICENCES.includes(scene.licence)) return
  const hint = didYouMean(scene.licence, OPEN_LICENCES)
  const isClosed = /\b(nc|nd)\b|noncommercial|proprietary|reserved|版权所有|禁止/i.test(scene.licence)
  const zh = isClosed ? '这种许可不让学校使用、修改并传给别人' : `不认识的许可协议${hint.zh}`
  const en = isClosed
    ? 'this licence does not let schools use, change and pass on the scene'
    : `an unknown licence${hint.en}`
  report(['licence'], 'SC021', { found: `"${scene.licence}"`, expected: OPEN_LICENCES.join(', '), zh, en })
}

/** A feeling can only move, or be asked about, in a person who has it. */
export const feelings: Check = ({ scene, report }) => {
  const claim = (name: string, path: Path) => {
    const { person: id, feeling } = feelingName(name)
    const person = scene.people.find((each) => each.id === id)
    if (person && Object.hasOwn(person.starts, feeling)) return
    const known = person
      ? Object.keys(person.starts).map((each) => `${id}.${each}`)
      : scene.people.map((each) => each.id)
    const hint = person ? { zh: '', en: '' } : didYouMean(id, known)
    const zh = person ? `${id} 没有感受 ${feeling} 的初始值` : `没有人物 "${id}"${hint.zh}`
    const en = person ? `${id} has no start value for ${feeling}` : `there is no person "${id}"${hint.en}`
    report(path, person ? 'SC031' : 'SC017', { found: name, expected: known.join(', '), zh, en })
  }
  walk(scene, (path, value) => {
    const isMove = path.at(-1) === 'feel' || (path[0] === 'excerpts' && path.at(-1) === 'feelings')
    if (isMove && isMapping(value)) for (const name of Object.keys(value)) claim(name, [...path, name])
  })
  for (const { path, condition } of conditionsOf(scene)) {
    for (const leaf of leavesOf(condition)) {
      const isKnown = leaf.is === 'feeling' && scene.people.some((person) => person.id === leaf.person)
      if (isKnown && FEELING_NAMES.includes(leaf.feeling)) claim(`${leaf.person}.${leaf.feeling}`, path)
    }
  }
}
