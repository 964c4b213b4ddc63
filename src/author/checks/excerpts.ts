import type { Check } from '../draft.ts'
import { didYouMean } from '../nearest.ts'
import type { Path } from '../problem.ts'
import { KIND_NAMES, type Kind, vocabulary } from '../vocabulary.ts'

const LISTS: readonly ['noticed' | 'heard' | 'said' | 'prepared' | 'permitted' | 'flags', readonly Kind[]][] = [
  ['noticed', ['cue']],
  ['heard', ['line', 'disclosure']],
  ['said', ['row']],
  ['prepared', ['preparation']],
  ['permitted', ['cue']],
  ['flags', ['flag']],
]

/** An excerpt starts from a state that the scene itself could have brought about (decisions A.9). */
export const excerpts: Check = ({ scene, report }) => {
  const known = vocabulary(scene)
  scene.excerpts.forEach((excerpt, index) => {
    const path: Path = ['excerpts', index]
    const claim = (id: string, at: Path, kinds: readonly Kind[], ids = known.idsOf(...kinds)) => {
      if (ids.includes(id)) return
      const hint = didYouMean(id, ids)
      const zh = `片段 ${excerpt.id}：没有${kinds.map((kind) => KIND_NAMES[kind].zh).join('或')} "${id}"${hint.zh}`
      const en = `excerpt ${excerpt.id}: there is no ${kinds.map((kind) => KIND_NAMES[kind].en).join(' or ')} "${id}"${hint.en}`
      report([...path, ...at], 'SC022', { found: `"${id}"`, expected: ids.slice(0, 12).join(', '), zh, en })
    }
    claim(excerpt.phase, ['phase'], ['phase'])
    for (const [key, kinds] of LISTS) for (const [at, id] of excerpt[key].entries()) claim(id, [key, at], kinds)
    for (const [who, spot] of Object.entries(excerpt.stations)) {
      claim(who, ['stations', who], ['person'])
      if (spot !== 'away') claim(spot, ['stations', who], ['spot'])
    }
    for (const [id, outcome] of Object.entries(excerpt.events)) {
      claim(id, ['events', id], ['event'])
      const reactions = scene.events.find((event) => event.id === id)?.reactions.map((each) => each.id)
      const outcomes = ['came', 'live', 'handled', 'ignored', ...(reactions ?? [])]
      if (!reactions || outcomes.includes(outcome)) continue
      const zh = `片段 ${excerpt.id}：事件 ${id} 不能以 "${outcome}" 收场`
      const en = `excerpt ${excerpt.id}: event ${id} cannot have ended as "${outcome}"`
      report([...path, 'events', id], 'SC022', { found: `"${outcome}"`, expected: outcomes.join(', '), zh, en })
    }
    if (!/^\d{1,3}:[0-5]\d$/.test(excerpt.time)) {
      const [zh, en] = [
        `片段 ${excerpt.id} 的开始时间写得不对`,
        `the start time of excerpt ${excerpt.id} is not written as it should be`,
      ]
      report([...path, 'time'], 'SC022', { found: `"${excerpt.time}"`, expected: '分:秒 / minutes:seconds', zh, en })
    }
  })
}
