import { isPhoneHere, LAVISH, type Lavishness } from '../../stage/index.ts'
import { atFirst, judge } from './judge.ts'
import { HEADSET_LADDER, SCREEN_LADDER, type Step } from './ladder.ts'
import { type FrameDevice, tellFrameReport } from './report.ts'
import { keepScale, keptScale } from './scale.ts'
import { type Stretch, Tally } from './Tally.ts'

/** On a screen thirty pictures a second are enough to look somebody in the eye. */
const SCREEN_MS = 1000 / 30
const HEADSET_RATE = 72

/** What of a renderer's immersive side is asked and set. */
export type Immersive = {
  readonly isPresenting: boolean
  getSession: () => { frameRate?: number | undefined; inputSources: Iterable<{ profiles: readonly string[] }> } | null
  setFoveation: (amount: number) => void
  setFramebufferScaleFactor: (factor: number) => void
  addEventListener: (type: 'sessionstart' | 'sessionend', listener: () => void) => void
  removeEventListener: (type: 'sessionstart' | 'sessionend', listener: () => void) => void
}

/** Counts frames, judges them, and sets what the step says. Knows no React; a frame allocates nothing. */
export class Keeper {
  private readonly xr: Immersive
  private readonly lavishness: Lavishness
  private readonly tally = new Tally()
  private readonly screen: FrameDevice
  private device: FrameDevice
  private ladder: readonly Step[] = SCREEN_LADDER
  private standing = atFirst(1)
  private scale = 1
  private missedInAll = 0

  constructor(xr: Immersive, chip: string, lavishness: Lavishness) {
    this.xr = xr
    this.lavishness = lavishness
    this.screen = { kind: isPhoneHere() ? 'phone' : 'screen', name: chip, frameMs: SCREEN_MS }
    this.device = this.screen
  }

  /** Listens for headsets being put on and taken off. What comes back ends it and draws everything again. */
  begin(): () => void {
    const { xr } = this
    const scaleNext = () => xr.setFramebufferScaleFactor(keptScale())
    const onStart = () => {
      const session = xr.getSession()
      this.enter({ kind: 'headset', name: '', frameMs: 1000 / (session?.frameRate ?? HEADSET_RATE) })
    }
    const onEnd = () => {
      this.enter(this.screen)
      scaleNext()
    }
    xr.addEventListener('sessionstart', onStart)
    xr.addEventListener('sessionend', onEnd)
    if (xr.isPresenting) onStart()
    else {
      this.enter(this.screen)
      scaleNext()
    }
    return () => {
      xr.removeEventListener('sessionstart', onStart)
      xr.removeEventListener('sessionend', onEnd)
      Object.assign(this.lavishness, LAVISH)
      tellFrameReport(null)
    }
  }

  frame(ms: number): void {
    const stretch = this.tally.add(ms, this.device.frameMs)
    if (!stretch) return
    const was = this.standing
    this.standing = judge(was, stretch, this.ladder.length - 1)
    this.missedInAll += stretch.missed
    if (this.standing.step !== was.step) this.take()
    if (this.standing.scale !== was.scale && this.device.kind === 'headset') keepScale(this.standing.scale)
    this.tell(stretch)
  }

  private enter(device: FrameDevice): void {
    this.device = device
    this.ladder = device.kind === 'headset' ? HEADSET_LADDER : SCREEN_LADDER
    this.scale = device.kind === 'headset' ? keptScale() : 1
    this.standing = atFirst(this.scale)
    this.missedInAll = 0
    this.tally.clear()
    this.take()
  }

  private take(): void {
    const step = this.ladder[this.standing.step]
    if (!step) return
    Object.assign(this.lavishness, step.lavishness)
    if (this.xr.isPresenting) this.xr.setFoveation(step.foveation)
  }

  private tell({ frames, missed, p95Ms }: Stretch): void {
    const { standing, scale, missedInAll } = this
    const { step, why, scale: nextScale } = standing
    tellFrameReport({
      device: this.named(),
      frames,
      missed,
      p95Ms,
      missedInAll,
      step: this.ladder[step]?.id ?? 'everything',
      why,
      scale,
      nextScale,
    })
  }

  /** A headset gives no name of its own; its controllers do, once they are in the hands. */
  private named(): FrameDevice {
    if (this.device.kind === 'headset' && this.device.name === '')
      for (const { profiles } of this.xr.getSession()?.inputSources ?? [])
        if (profiles[0]) this.device = { ...this.device, name: profiles[0] }
    return this.device
  }
}
