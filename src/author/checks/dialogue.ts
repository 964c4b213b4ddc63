import { BANDS, type Band, type Line, type Text } from '../../scene/index.ts'
import type { Check } from '../draft.ts'
import type { Path } from '../problem.ts'

const REFLECTING: readonly string[] = ['SR', 'CR', 'SUM']

/** Decisions A.2: a line that reflects must have something to reflect. */
export const sources: Check = ({ scene, report }) => {
  scene.dialogue.forEach((part, p) => {
    part.rows.forEach((row, r) => {
      const code = row.codes.find((each) => REFLECTING.includes(each))
      if (!code || row.source) return
      const zh = `话语 ${row.id} 是反映（${code}），却没有写它反映的是什么`
      const en = `row ${row.id} reflects (${code}) but does not say what`
      report(['dialogue', p, 'rows', r], 'SC016', {
        found: code,
        expected: 'source: heard … | noticed … | prepared …',
        zh,
        en,
      })
    })
  })
}

/** Decisions A.4: the debrief groups by 支持, 引领, 影响, so every row belongs to one of them. */
export const skillTags: Check = ({ scene, report }) => {
  scene.dialogue.forEach((part, p) => {
    part.rows.forEach((row, r) => {
      if (row.skills.length > 0) return
      const [zh, en] = [`话语 ${row.id} 没有技巧标签`, `row ${row.id} has no skill tag`]
      report(['dialogue', p, 'rows', r], 'SC023', { found: 'skills: []', expected: 'zc.… | yl.… | yx.…', zh, en })
    })
  })
}

/** Text in brackets is an action (model 5.1). */
export const brackets: Check = ({ scene, report }) => {
  const speak = (path: Path, text: Text, isAction: boolean) => {
    for (const lang of ['zh', 'en'] as const) {
      if (isBracketed(text[lang]) === isAction) continue
      const zh = isAction ? '这是动作，却没有写在括号里' : '这是一句话，却整句写在括号里'
      const en = isAction
        ? 'this is an action but does not stand in brackets'
        : 'this is spoken but stands wholly in brackets'
      const expected = isAction ? (lang === 'zh' ? '（…）' : '(…)') : 'kind: do | 无括号 / no brackets'
      report([...path, lang], 'SC029', { found: text[lang], expected, zh, en })
    }
  }
  scene.dialogue.forEach((part, p) => {
    part.rows.forEach((row, r) => {
      const path = ['dialogue', p, 'rows', r]
      speak([...path, 'text'], row.text, row.kind === 'do')
      if (row.short) speak([...path, 'short'], row.short, row.kind === 'do')
      for (const [v, variant] of row.variants.entries())
        speak([...path, 'variants', v, 'text'], variant.text, row.kind === 'do')
    })
  })
}

/** The first bracket closes only at the end. */
export function isBracketed(text: string): boolean {
  const plain = text.trim().replace(/[。.]$/, '')
  if (!/^[（(]/.test(plain) || !/[）)]$/.test(plain)) return false
  let depth = 0
  for (const [index, character] of [...plain].entries()) {
    if (/[（(]/.test(character)) depth++
    if (/[）)]/.test(character)) depth--
    if (depth === 0 && index < [...plain].length - 1) return false
  }
  return depth === 0
}

/** Decisions B.1: a cell the tables lack falls back A→O→T→G and F→W→G. */
const FALLBACK: Record<Band, readonly Band[]> = {
  A: ['A', 'O', 'T', 'G'],
  O: ['O', 'T', 'G'],
  T: ['T', 'G'],
  G: ['G'],
  F: ['F', 'W', 'G'],
  W: ['W', 'G'],
}

/** Whoever is addressed in a phase can always answer. */
export const replies: Check = ({ scene, report }) => {
  scene.phases.forEach((phase, index) => {
    const p = scene.dialogue.findIndex((part) => part.phase === phase.id)
    const part = scene.dialogue[p]
    if (!part) {
      const [zh, en] = [`阶段 ${phase.id} 没有对话`, `phase ${phase.id} has no dialogue`]
      report(['phases', index, 'id'], 'SC024', { found: phase.id, expected: `dialogue: phase: ${phase.id}`, zh, en })
      return
    }
    const named = part.rows.flatMap((row) => (row.to ? [row.to] : []))
    const addressed = new Set([...phase.addressees, ...named])
    for (const id of addressed) {
      const person = scene.people.find((each) => each.id === id)
      // Colleagues and voices have no bands: they answer with the special replies of a row, or not at all.
      if (!person?.bands) continue
      const cells = part.replies[id] ?? {}
      const silent = BANDS.filter((band) => !FALLBACK[band].some((each) => cells[each]?.some((line) => !line.when)))
      if (silent.length === 0) continue
      const zh = `${id} 在阶段 ${phase.id} 的 ${silent.join('、')} 档没有话可答`
      const en = `${id} has nothing to answer in phase ${phase.id} for band ${silent.join(', ')}`
      const at: Path = part.replies[id] ? ['dialogue', p, 'replies', id] : ['dialogue', p, 'phase']
      report(at, 'SC024', { found: Object.keys(cells).join(', ') || '（无） / (none)', expected: 'G', zh, en })
    }
  })
}

/** Never the same line twice in a row (model 5.2): a cell with a repeated line breaks that by itself. */
export const repeatedLines: Check = ({ scene, report }) => {
  const cell = (path: Path, lines: readonly Line[]) => {
    lines.forEach((line, index) => {
      for (const lang of ['zh', 'en'] as const) {
        const before = lines.findIndex((each) => plain(each.text[lang]) === plain(line.text[lang]))
        if (before === index) continue
        const [zh, en] = [`与本格第 ${before + 1} 句相同`, `the same as line ${before + 1} of this cell`]
        report([...path, index, 'text', lang], 'SC025', {
          found: line.text[lang],
          expected: '不同的话 / another line',
          zh,
          en,
        })
      }
    })
  }
  scene.dialogue.forEach((part, p) => {
    for (const [person, cells] of Object.entries(part.replies)) {
      for (const band of BANDS) cell(['dialogue', p, 'replies', person, band], cells[band] ?? [])
    }
    for (const [person, lines] of Object.entries(part.silent)) cell(['dialogue', p, 'silent', person], lines)
  })
}

function plain(text: string): string {
  return text.replace(/[\p{P}\p{Z}]/gu, '').toLowerCase()
}
