import type { Stretch } from './Tally.ts'

/** Why the step is what it is. */
export type Why = 'in-time' | 'late' | 'still-late' | 'recovered' | 'too-soon'

/** How far one has fallen back, and what is needed to decide what comes next. Never changed, only followed by another. */
export type Standing = {
  /** 0: everything is drawn; higher: so many steps of the ladder are taken. */
  step: number
  why: Why
  /** Stretches in a row that were late, or that were in time. */
  late: number
  inTime: number
  /** So many stretches in time are asked for before a step is taken back; doubled when taking it back proved too soon. */
  patience: number
  /** Stretches since a step was last taken back; null when none was, or when it has held. */
  sinceBack: number | null
  /** How fine the picture should be made at the next entry, in parts of what the device proposes. */
  scale: number
}

/** A stretch is late when more than this part of its frames was. Below it, nobody notices. */
const LATE_PART = 0.05
/** One late stretch may be a door that opens; two are a habit. */
const LATE_STRETCHES = 2
/** Half a minute in time before anything is drawn again. */
const PATIENCE = 15
/** Eight minutes: who was too soon so often is not asked again in this visit. */
const PATIENCE_MOST = 240
/** A step taken back that is missed within so many stretches was taken back too soon. */
const TOO_SOON = 5
/** Finenesses of the picture, from what the device proposes downwards; below the last, words can no longer be read. */
const SCALES = [1, 0.85, 0.7] as const
/** After a minute in time with everything drawn the picture may be finer at the next entry. */
const FINER_AFTER = 30

export const atFirst = (scale: number): Standing => ({
  step: 0,
  why: 'in-time',
  late: 0,
  inTime: 0,
  patience: PATIENCE,
  sinceBack: null,
  scale,
})

export const isLate = ({ frames, missed }: Stretch): boolean => missed > frames * LATE_PART

/**
 * What follows from how the last stretch of frames came. One step down after two late stretches in a row, one up again after a long time without;
 * while frames come in time it never goes down. The picture's own fineness changes at the next entry only: to change it within would blank the view.
 */
export function judge(now: Standing, stretch: Stretch, steps: number): Standing {
  return isLate(stretch) ? afterLate(now, steps) : afterInTime(now)
}

function afterLate(now: Standing, steps: number): Standing {
  const late = now.late + 1
  const waits = { ...now, late, inTime: 0, sinceBack: now.sinceBack === null ? null : now.sinceBack + 1 }
  if (late < LATE_STRETCHES) return waits
  const wasTooSoon = waits.sinceBack !== null && waits.sinceBack <= TOO_SOON
  const patience = wasTooSoon ? Math.min(PATIENCE_MOST, now.patience * 2) : now.patience
  if (now.step < steps)
    return { ...waits, step: now.step + 1, why: wasTooSoon ? 'too-soon' : 'late', late: 0, patience, sinceBack: null }
  return { ...waits, why: 'still-late', late: 0, scale: SCALES.find((scale) => scale < now.scale) ?? now.scale }
}

function afterInTime(now: Standing): Standing {
  const inTime = now.inTime + 1
  const held = now.sinceBack === null || now.sinceBack + 1 > TOO_SOON
  const goesOn = { ...now, late: 0, inTime, sinceBack: held ? null : (now.sinceBack ?? 0) + 1 }
  if (now.step > 0 && inTime >= now.patience)
    return { ...goesOn, step: now.step - 1, why: 'recovered', inTime: 0, sinceBack: 0 }
  if (now.step === 0 && now.scale < 1 && inTime >= FINER_AFTER)
    return { ...goesOn, why: 'recovered', inTime: 0, scale: SCALES.findLast((scale) => scale > now.scale) ?? 1 }
  return goesOn
}
