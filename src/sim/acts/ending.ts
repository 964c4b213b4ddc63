import { holds } from '../holds.ts'
import { crossed, type State } from '../state.ts'

/** [B.11] The ending of a session that is over: any critical failure first, then the scene's endings in order, then its fallback. */
export function judgeEnding(state: State): string {
  const { scene } = state
  if (crossed(state).length > 0) return scene.redLineEnding
  for (const ending of scene.endings)
    if (ending.at === 'end' && ending.id !== scene.redLineEnding && holds(state, ending.when)) return ending.id
  return (
    scene.fallbackEnding.find((one) => holds(state, one.when))?.ending ??
    scene.endings[scene.endings.length - 1]?.id ??
    ''
  )
}
