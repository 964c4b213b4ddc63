import { catalogueOf } from '../catalogue.ts'
import { holds } from '../holds.ts'
import { moveTo } from '../outcome.ts'
import { speak } from '../reply.ts'
import { emit, type Run } from '../run.ts'

/** Enters a phase if it is another one: people go to their places, and a worker still outside comes in. */
export function enterPhase(run: Run, phase: string): void {
  if (phase === 'any' || phase === run.state.phase) return
  const { phases, phaseIndex, rooms } = catalogueOf(run.state.scene)
  const shape = phases.get(phase)
  if (!shape) return
  const isLater = run.state.phase === null || (phaseIndex.get(phase) ?? 0) > (phaseIndex.get(run.state.phase) ?? 0)
  if (!isLater) return
  emit(run, { type: 'phase-entered', phase })
  for (const [who, spot] of Object.entries(shape.stations)) moveTo(run, who, spot)
  if (shape.workerAt)
    for (const [seat, worker] of Object.entries(run.state.workers))
      if (rooms.get(worker.room)?.outside) moveTo(run, seat, shape.workerAt)
  speak(run, shape.opening, `opening/${phase}`, { kind: 'rule', id: `phase ${phase}` })
}

/** [B.6] Exits are looked at after each act and latch; the way in by place (walking to the door) enters at once. */
export function latchExits(run: Run): void {
  const { state } = run
  if (state.status !== 'visiting' || state.phase === null) return
  const shape = catalogueOf(state.scene).phases.get(state.phase)
  for (const exit of shape?.exits ?? []) {
    if (exit.after !== undefined && run.at < state.phaseSince + exit.after) continue
    if (run.state.open.includes(exit.to) || run.state.reached.includes(exit.to)) continue
    if (holds(run.state, exit.when)) openExit(run, exit)
  }
  for (const phase of state.scene.phases) {
    if (!phase.entersOn || !phase.entersFrom.includes(run.state.phase ?? '')) continue
    if (Object.keys(run.state.workers).some((seat) => holds(run.state, phase.entersOn, { seat }))) {
      enterPhase(run, phase.id)
      return
    }
  }
}

type Exit = { to: string; invites: boolean; sets: string[] }

export function openExit(run: Run, exit: Exit): void {
  emit(run, { type: 'phase-opened', phase: exit.to })
  if (exit.sets.length > 0) emit(run, { type: 'flags-changed', set: exit.sets, cleared: [] })
  if (exit.invites) invite(run)
}

/** The worker is invited in: the door stands open, and crossing the sill is no longer a critical failure. */
export function invite(run: Run): void {
  if (run.state.invitedAt !== null) return
  const by = run.state.scene.invitation[0]?.by ?? run.state.scene.people[0]?.id ?? ''
  emit(run, { type: 'invited-in', by })
  speak(run, run.state.scene.invitation, 'invitation', { kind: 'rule', id: 'invitation' })
}
