/** What one picture cost, as the graphics interface was asked for it: all eyes together. */
export type Drawn = { calls: number; triangles: number }

/** What hangs on a measured page. */
export type StageCounts = {
  /** Of the frame that is drawn now, or was last. */
  frame: Drawn
  /** Bytes of all textures that live now, mip-maps included; what the device itself keeps for its eyes is not among them. */
  textureBytes: () => number
  /** Shader programs linked since the page was opened. */
  programs: number
  /** How many of them there were when the place had been drawn once; null until then. */
  programsAtFirst: number | null
  /** From now on the first picture is the first of an immersive session. */
  enters: () => void
  /** What those that came later are called by whoever made them, with what sets them apart. */
  late: string[]
  /** Drawn for the count only: nothing reaches the renderer, so that frames pass quickly. */
  isBlind: boolean
  /** From now on frames come when they are stepped, each so long after the one before by the page's own clock. */
  hold: (frameMs: number) => void
  /** Frames go on by themselves again. */
  release: () => void
  step: (frames: number) => Promise<void>
}

declare global {
  var stageCounts: StageCounts
}

/** To be run in a page before anything of its own: counts at the graphics interface, whatever the app believes, and holds the frames. */
export function countStage(): void {
  const frame = { calls: 0, triangles: 0 }
  const sizes = new Map<WebGLTexture, { bytes: number; hasMips: boolean }>()
  const bytesOf = (format: number): number => {
    const sixteen = [0x8814] // RGBA32F
    const eight = [0x881a, 0x8815, 0x8230, 0x8cad] // RGBA16F, RGB32F, RG32F, DEPTH32F_STENCIL8
    const one = [0x8229, 0x1903, 0x1909, 0x1906] // R8 and the old one-channel formats
    const two = [0x822b, 0x822d, 0x81a5, 0x8227, 0x190a] // RG8, R16F, DEPTH16, RG
    if (sixteen.includes(format)) return 16
    if (eight.includes(format)) return 8
    if (one.includes(format)) return 1
    if (two.includes(format)) return 2
    return 4 // RGB is kept as RGBA by the drivers of headsets
  }
  const counts: StageCounts = {
    frame,
    programs: 0,
    programsAtFirst: null,
    late: [],
    isBlind: true,
    textureBytes: () => {
      let sum = 0
      for (const { bytes, hasMips } of sizes.values()) sum += hasMips ? (bytes * 4) / 3 : bytes
      return sum
    },
    enters: () => undefined,
    hold: () => undefined,
    release: () => undefined,
    step: () => Promise.resolve(),
  }
  globalThis.stageCounts = counts

  const gl = WebGL2RenderingContext.prototype
  const BINDINGS: Record<number, number> = { 3553: 0x8069, 34067: 0x8514, 32879: 0x806a, 35866: 0x8c1d }
  const bound = (context: WebGL2RenderingContext, target: number): WebGLTexture | null => {
    const isCubeFace = target >= 0x8515 && target <= 0x851a
    const query = isCubeFace ? 0x8514 : BINDINGS[target]
    return query === undefined ? null : (context.getParameter(query) as WebGLTexture | null)
  }
  const TRIANGLES = 4
  // The methods of the interface differ in their arguments; what they share is that they are watched and passed on.
  type Watched = (this: WebGL2RenderingContext, ...args: never[]) => unknown
  const watch = (
    name: keyof WebGL2RenderingContext,
    before: (context: WebGL2RenderingContext, args: number[]) => boolean,
  ) => {
    const original = gl[name] as unknown as Watched
    Object.assign(gl, {
      [name](this: WebGL2RenderingContext, ...args: never[]) {
        return before(this, args as number[]) ? original.apply(this, args) : undefined
      },
    })
  }
  const draws = (corners: number, mode: number | undefined, copies: number): boolean => {
    frame.calls++
    if (mode === TRIANGLES) frame.triangles += (corners / 3) * copies
    return !counts.isBlind
  }
  watch('drawElements', (_, [mode, corners = 0]) => draws(corners, mode, 1))
  watch('drawArrays', (_, [mode, , corners = 0]) => draws(corners, mode, 1))
  watch('drawRangeElements', (_, [mode, , , corners = 0]) => draws(corners, mode, 1))
  watch('drawElementsInstanced', (_, [mode, corners = 0, , , copies = 1]) => draws(corners, mode, copies))
  watch('drawArraysInstanced', (_, [mode, , corners = 0, copies = 1]) => draws(corners, mode, copies))
  watch('clear', () => !counts.isBlind)
  watch('blitFramebuffer', () => !counts.isBlind)
  watch('linkProgram', (context, [program]) => {
    counts.programs++
    if (counts.programsAtFirst === null) return true
    const shaders = context.getAttachedShaders(program as unknown as WebGLProgram) ?? []
    const source = shaders.map((shader) => context.getShaderSource(shader) ?? '').join('\n')
    const name = /#define SHADER_NAME (\w+)/.exec(source)?.[1] ?? 'unnamed'
    const set = [...source.matchAll(/#define (USE_\w+|ALPHATEST|DOUBLE_SIDED|OPAQUE)/g)].map(([, what]) => what)
    counts.late.push(`${name} ${[...new Set(set)].join(' ')}`)
    return true
  })
  watch('texStorage2D', (context, [target = 0, levels = 1, format = 0, wide = 0, high = 0]) => {
    const texture = bound(context, target)
    const faces = target === 0x8513 ? 6 : 1
    let bytes = 0
    for (let level = 0; level < levels; level++)
      bytes += Math.max(1, wide >> level) * Math.max(1, high >> level) * bytesOf(format) * faces
    if (texture) sizes.set(texture, { bytes, hasMips: false })
    return true
  })
  watch('texStorage3D', (context, [target = 0, , format = 0, wide = 0, high = 0, deep = 0]) => {
    const texture = bound(context, target)
    if (texture) sizes.set(texture, { bytes: wide * high * deep * bytesOf(format), hasMips: false })
    return true
  })
  watch('texImage2D', (context, args) => {
    const [target = 0, level = 0, format = 0] = args
    const texture = bound(context, target)
    const source = args[5] as unknown as { width?: number; height?: number } | undefined
    const [wide, high] = args.length >= 8 ? [args[3] ?? 0, args[4] ?? 0] : [source?.width ?? 0, source?.height ?? 0]
    if (texture && level === 0) sizes.set(texture, { bytes: wide * high * bytesOf(format), hasMips: false })
    return true
  })
  watch('generateMipmap', (context, [target = 0]) => {
    const texture = bound(context, target)
    const size = texture && sizes.get(texture)
    // A texture with storage of its own has its levels counted already.
    if (size && texture && !context.getTexParameter(target, 0x912f)) size.hasMips = true
    return true
  })
  watch('deleteTexture', (_, [texture]) => {
    sizes.delete(texture as unknown as WebGLTexture)
    return true
  })

  // What a software renderer is called would be drawn at least detail: it is to draw as a graphics chip does.
  const RENDERER = 0x9246
  const getParameter = gl.getParameter
  gl.getParameter = function named(this: WebGL2RenderingContext, name: number) {
    return name === RENDERER ? 'a graphics chip' : getParameter.call(this, name)
  }

  const requestFrame = globalThis.requestAnimationFrame.bind(globalThis)
  const cancelFrame = globalThis.cancelAnimationFrame.bind(globalThis)
  const realNow = performance.now.bind(performance)
  // Time never goes back, whether frames are held or not.
  let ahead = 0
  const FEW = 100
  /** A frame of fewer calls than this shows no place yet. */
  const PLACE_CALLS = 8
  const begin = () => {
    frame.calls = 0
    frame.triangles = 0
  }
  const end = () => {
    if (isEntering && !globalThis.emulated.activeSession) return
    if (frame.calls >= PLACE_CALLS) counts.programsAtFirst ??= counts.programs
  }
  let isEntering = false
  counts.enters = () => {
    isEntering = true
    counts.late.length = 0
    counts.programsAtFirst = null
  }
  let waiting = new Map<number, FrameRequestCallback>()
  let frameMs: number | null = null
  let nowMs = 0
  let handles = 1e9
  globalThis.requestAnimationFrame = (callback) => {
    if (frameMs === null)
      return requestFrame(() => {
        begin()
        callback(performance.now())
        end()
      })
    waiting.set(++handles, callback)
    return handles
  }
  globalThis.cancelAnimationFrame = (handle) => {
    if (!waiting.delete(handle)) cancelFrame(handle)
  }
  const one = () => {
    nowMs += frameMs ?? 0
    const due = waiting
    waiting = new Map()
    begin()
    for (const callback of due.values()) callback(nowMs)
    end()
  }
  const { port1, port2 } = new MessageChannel()
  /** A turn for whatever waits; a timer's is slower, and due less often. */
  const breathe = (isLong: boolean) =>
    new Promise<void>((resolve) => {
      if (isLong) {
        setTimeout(resolve, 0)
        return
      }
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
  counts.hold = (ms) => {
    if (frameMs === null) nowMs = performance.now()
    frameMs = ms
    performance.now = () => nowMs
  }
  counts.release = () => {
    frameMs = null
    ahead = nowMs - realNow()
    performance.now = () => realNow() + ahead
    const due = waiting
    waiting = new Map()
    for (const callback of due.values()) globalThis.requestAnimationFrame(callback)
  }
  counts.step = async (frames) => {
    // A page that is not shown is not put together anew for every frame.
    if (counts.isBlind && frames > FEW) document.body.style.visibility = 'hidden'
    for (let i = 0; i < frames; i++) {
      one()
      // What waits for its turn – React, timers, the wire – gets it as often as on a device.
      if (i % 4 === 3) await breathe(i % 32 === 31)
    }
    await breathe(true)
    document.body.style.visibility = ''
  }
}
