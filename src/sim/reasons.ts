import type { Code, Text } from '../scene/index.ts'
import { catalogueOf } from './catalogue.ts'
import type { Cause } from './event.ts'
import type { State } from './state.ts'

/** Names of the micro-skill codes, for the line that says why something counts. */
const CODE_NAMES: Record<Code, Text> = {
  Qo: { zh: '开放式提问', en: 'open question' },
  Qc: { zh: '封闭式提问', en: 'closed question' },
  SR: { zh: '简单反映', en: 'simple reflection' },
  CR: { zh: '复杂反映', en: 'complex reflection' },
  SUM: { zh: '小结', en: 'summary' },
  AF: { zh: '肯定', en: 'affirmation' },
  SEEK: { zh: '征求合作', en: 'seeking collaboration' },
  EMPH: { zh: '强调自主', en: 'emphasising autonomy' },
  GI: { zh: '提供信息', en: 'giving information' },
  PWP: { zh: '征得同意后建议', en: 'advice with permission' },
  PER: { zh: '未经同意的劝说', en: 'persuading without permission' },
  CON: { zh: '对质', en: 'confronting' },
  SIL: { zh: '留出沉默', en: 'keeping silence' },
  ACT: { zh: '行动', en: 'action' },
  SD: { zh: '自我披露', en: 'self-disclosure' },
}

const PARTS: Record<'matches' | 'corroborated' | 'disconfirmed' | 'unfounded', Text> = {
  matches: { zh: '判断与实情相符', en: 'the rating fits what was so' },
  corroborated: { zh: '有两条以上依据相互印证', en: 'two or more pieces of evidence bear it out' },
  disconfirmed: { zh: '想到了反证或别的解释', en: 'counter-evidence or another explanation was considered' },
  unfounded: { zh: '没有依据就下了定论', en: 'stated as likely without any evidence' },
}

/** Rules that give or take evidence by themselves, by id. */
const RULES: Record<string, Text> = {
  level: { zh: '风险等级的判断', en: 'the level that was entered' },
}

const joined = (a: Text, b: Text): Text => ({ zh: `${a.zh}：${b.zh}`, en: `${a.en}: ${b.en}` })

/** Why something counts, in both languages. */
export function whyOf(state: State, cause: Cause): Text {
  const { rows, cues, events } = catalogueOf(state.scene)
  const { scene } = state
  const named = (text: Text | undefined, id: string): Text => text ?? { zh: id, en: id }
  switch (cause.kind) {
    case 'row': {
      const codes = rows.get(cause.id)?.codes ?? []
      return {
        zh: codes.map((code) => CODE_NAMES[code].zh).join('、'),
        en: codes.map((code) => CODE_NAMES[code].en).join(', '),
      }
    }
    case 'cue':
      return joined({ zh: '线索', en: 'cue' }, named(cues.get(cause.id)?.name, cause.id))
    case 'event':
      return joined({ zh: '突发情况', en: 'event' }, named(events.get(cause.id)?.title, cause.id))
    case 'dilemma':
      return joined(
        { zh: '两难的书面思考', en: 'written reasoning' },
        named(scene.dilemmas.find((one) => one.id === cause.id)?.text, cause.id),
      )
    case 'document':
      return joined(
        { zh: '文书', en: 'document' },
        named(scene.documents.find((one) => one.id === cause.id)?.title, cause.id),
      )
    case 'preparation':
      return joined(
        { zh: '准备', en: 'preparation' },
        named(scene.preparation.options.find((one) => one.id === cause.id)?.text, cause.id),
      )
    case 'hypothesis':
      return joined(named(scene.hypotheses.find((one) => one.id === cause.id)?.statement, cause.id), PARTS[cause.part])
    case 'order':
      return { zh: '请同事配合', en: 'directing the partner' }
    case 'rule':
      return named(RULES[cause.id], cause.id)
  }
}
