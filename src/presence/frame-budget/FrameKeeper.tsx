import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import type { WebGLRenderer } from 'three'
import { FRAME, type StageLive } from '../../stage/index.ts'
import { Keeper } from './Keeper.ts'

/** Before everything else of a frame, so that what a step changes holds for the whole of it. */
const FIRST = FRAME.presence - 10

/** Watches how frames come, and draws less, step by step, where they come too late; more again when they long have not. Costs a frame one division. */
export function FrameKeeper({ live }: { live: StageLive }) {
  const gl = useThree((state) => state.gl)
  const keeper = useMemo(() => new Keeper(gl.xr, chipOf(gl), live.lavishness), [gl, live])
  useEffect(() => keeper.begin(), [keeper])
  useFrame((_, seconds) => keeper.frame(seconds * 1000), FIRST)
  return null
}

function chipOf(gl: WebGLRenderer): string {
  const context = gl.getContext()
  const names = context.getExtension('WEBGL_debug_renderer_info')
  return names ? String(context.getParameter(names.UNMASKED_RENDERER_WEBGL)) : ''
}
