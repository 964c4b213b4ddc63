import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import type { WebGLRenderer } from 'three'
import { FRAME, isPhoneHere, LAVISH, type StageLive } from '../../stage/index.ts'
import { atFirst, judge } from './judge.ts'
import { HEADSET_LADDER, SCREEN_LADDER, type Step } from './ladder.ts'
import { type FrameDevice, tellFrameReport } from './report.ts'
import { keepScale, keptScale } from './scale.ts'
import { type Stretch, Tally } from './Tally.ts'

/** Before everything else of a frame, so that what a step changes holds for the whole of it. */
const FIRST = FRAME.presence - 10
/** On a screen thirty pictures a second are enough to look somebody in the eye. */
const SCREEN_MS = 1000 / 30
const HEADSET_RATE = 72

/** Watches how frames come, and draws less, step by step, where they come too late; more again when they long have not. Costs a frame one division. */
export function FrameKeeper({ live }: { live: StageLive }) {
  const gl = useThree((state) => state.gl)
  const keeper = useMemo(() => new Keeper(gl, live), [gl, live])
  useEffect(() => keeper.begin(), [keeper])
  useFrame((_, seconds) => keeper.frame(seconds * 1000), FIRST)
  return null
}

class Keeper {
  private readonly gl: WebGLRenderer
  private readonly live: StageLive
  private readonly tally = new Tally()
  private readonly screen: FrameDevice
  private device: FrameDevice
  private ladder: readonly Step[] = SCREEN_LADDER
  private standing = atFirst(1)
  private scale = 1
  private missedInAll = 0

  constructor(gl: WebGLRenderer, live: StageLive) {
    this.gl = gl
    this.live = live
    this.screen = { kind: isPhoneHere() ? 'phone' : 'screen', name: chipOf(gl), frameMs: SCREEN_MS }
    this.device = this.screen
  }

  /** Listens for headsets being put on and taken off. What comes back ends it and draws everything again. */
  begin(): () => void {
    const { xr } = this.gl
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
      Object.assign(this.live.lavishness, LAVISH)
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
    Object.assign(this.live.lavishness, step.lavishness)
    if (this.gl.xr.isPresenting) this.gl.xr.setFoveation(step.foveation)
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
      for (const { profiles } of this.gl.xr.getSession()?.inputSources ?? [])
        if (profiles[0]) this.device = { ...this.device, name: profiles[0] }
    return this.device
  }
}

function chipOf(gl: WebGLRenderer): string {
  const context = gl.getContext()
  const names = context.getExtension('WEBGL_debug_renderer_info')
  return names ? String(context.getParameter(names.UNMASKED_RENDERER_WEBGL)) : ''
}
