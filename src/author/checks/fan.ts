import type { Check } from '../draft.ts'
import { fanShares, MARGIN, verdictOf } from '../fan.ts'

export const fairFan: Check = ({ scene, isWhole, report }) => {
  if (!isWhole) return
  const unfair = fanShares(scene).filter((each) => verdictOf(each) !== 'fair')
  scene.dialogue.forEach((part, p) => {
    const here = unfair.filter((each) => each.phase === part.phase)
    if (here.length === 0) return
    const found = here.map((each) => `${each.lang} ${each.policy} ${percent(each.share)}`).join(', ')
    const chance = here[0]?.chance ?? 0
    const { zh, en } = here.some((each) => verdictOf(each) === 'above')
      ? {
          zh: `只看长短、客气或次序就能选中有益的话`,
          en: `length, politeness or order alone finds helpful lines`,
        }
      : {
          zh: `只看长短、客气或次序就能避开有益的话，反着选就能选中`,
          en: `length, politeness or order alone misses helpful lines, and doing the opposite finds them`,
        }
    report(['dialogue', p, 'phase'], 'SC030', {
      found,
      expected: `${percent(Math.max(0, chance - MARGIN))} – ${percent(Math.min(1, chance + MARGIN))}`,
      zh: `阶段 ${part.phase}：${zh}（凭运气 ${percent(chance)}）`,
      en: `phase ${part.phase}: ${en} (by chance ${percent(chance)})`,
    })
  })
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
