import type { Check } from '../draft.ts'
import { fanShares } from '../fan.ts'

/** Decisions A.1: a policy that understands nothing may be at most this much better than chance. */
const MARGIN = 0.1

export const fairFan: Check = ({ scene, isWhole, report }) => {
  if (!isWhole) return
  const unfair = fanShares(scene).filter((each) => each.share > each.chance + MARGIN)
  scene.dialogue.forEach((part, p) => {
    const here = unfair.filter((each) => each.phase === part.phase)
    if (here.length === 0) return
    const found = here.map((each) => `${each.lang} ${each.policy} ${percent(each.share)}`).join(', ')
    const chance = percent(here[0]?.chance ?? 0)
    const zh = `阶段 ${part.phase}：只看长短或客气就能选中有益的话（凭运气 ${chance}）`
    const en = `phase ${part.phase}: length or politeness alone finds helpful lines (by chance ${chance})`
    const most = percent((here[0]?.chance ?? 0) + MARGIN)
    report(['dialogue', p, 'phase'], 'SC030', { found, expected: `<= ${most}`, zh, en })
  })
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
