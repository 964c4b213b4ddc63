import type { Key, Say } from '../../../i18n/index.ts'
import type { FrameReport } from '../../../presence/index.ts'

const percent = (part: number): number => Math.round(part * 100)

/** What the panel says, line by line: on what, how fast, what was done about it and why. */
export function frameLines(report: FrameReport | null, say: Say): string[] {
  if (!report) return [say('frames.waiting')]
  const { device, frames, missed, missedInAll, p95Ms, step, why, scale, nextScale } = report
  return [
    say(`frames.device.${device.kind}` satisfies Key, { name: device.name }).trim(),
    say('frames.p95', { p95: p95Ms.toFixed(1), budget: device.frameMs.toFixed(1) }),
    say('frames.missed', { frames, missed, inAll: missedInAll }),
    say(`frames.step.${step}` satisfies Key),
    say(`frames.why.${why}` satisfies Key),
    ...(device.kind === 'headset' ? [say('frames.scale', { now: percent(scale), next: percent(nextScale) })] : []),
  ]
}
