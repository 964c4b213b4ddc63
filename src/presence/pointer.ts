import { Fingers, radiansAPixel, TAP_MS } from './touch/fingers.ts'

/** A drag of so many pixels is a look round; less is a click. */
const DRAG_PIXELS = 5
/** Radians a pixel: a drag across a laptop's screen turns one about. */
const RADIANS_A_PIXEL = 0.0032

export type Pointer = {
  /** Where the pointer is over the picture, -1 to 1 each; (0, 0) when it is elsewhere or locked. */
  x: number
  y: number
  /** False while hands are on the keys: then one aims with the middle of the picture. */
  isAiming: boolean
  dispose: () => void
}

type Handlers = {
  isOn: () => boolean
  onLook: (yaw: number, pitch: number) => void
  onClick: () => void
  /** How long a finger may rest and still have tapped, in milliseconds. */
  tapMs?: () => number
}

/** Listens to mouse, pen or finger on the picture. */
export function listenToPointer(canvas: HTMLElement, { isOn, onLook, onClick, tapMs }: Handlers): Pointer {
  let from: { x: number; y: number; id: number } | null = null
  let isDragging = false
  const isLocked = () => document.pointerLockElement === canvas
  const pointer: Pointer = { x: 0, y: 0, isAiming: false, dispose: () => undefined }
  const point = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect()
    pointer.x = isLocked() ? 0 : ((event.clientX - box.left) / box.width) * 2 - 1
    pointer.y = isLocked() ? 0 : 1 - ((event.clientY - box.top) / box.height) * 2
    pointer.isAiming = true
  }
  const fingers = new Fingers()
  const down = (event: PointerEvent) => {
    if (!isOn() || event.button !== 0) return
    if (event.pointerType === 'touch') {
      fingers.down(event.pointerId, event.clientX, event.clientY, event.timeStamp)
      return
    }
    from = { x: event.clientX, y: event.clientY, id: event.pointerId }
    isDragging = false
    point(event)
    canvas.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent) => {
    if (!isOn()) {
      fingers.clear()
      return
    }
    if (event.pointerType === 'touch') {
      const drag = fingers.move(event.pointerId, event.clientX, event.clientY)
      // A finger hides what it lies on: with it, one looks and aims with the middle of the picture.
      const turn = drag && radiansAPixel(canvas.clientWidth, canvas.clientHeight)
      if (drag && turn) onLook(drag.dx * turn, drag.dy * turn)
      return
    }
    point(event)
    if (isLocked()) {
      onLook(-event.movementX * RADIANS_A_PIXEL * 0.7, -event.movementY * RADIANS_A_PIXEL * 0.7)
      return
    }
    if (!from || event.pointerId !== from.id) return
    if (!isDragging && Math.hypot(event.clientX - from.x, event.clientY - from.y) < DRAG_PIXELS) return
    isDragging = true
    // As if the picture were dragged: to the left turns right.
    onLook(event.movementX * RADIANS_A_PIXEL, event.movementY * RADIANS_A_PIXEL)
  }
  const up = (event: PointerEvent) => {
    if (event.pointerType === 'touch') {
      const isTap = fingers.up(event.pointerId, event.timeStamp, tapMs?.() ?? TAP_MS)
      if (!isTap || !isOn()) return
      point(event)
      onClick()
      pointer.isAiming = false
      return
    }
    const wasClick = from?.id === event.pointerId && !isDragging
    from = null
    isDragging = false
    if (!wasClick || !isOn()) return
    point(event)
    onClick()
  }
  const leave = () => {
    pointer.isAiming = false
  }
  const cancel = (event: PointerEvent) => {
    fingers.cancel(event.pointerId)
    leave()
  }
  canvas.addEventListener('pointerdown', down)
  canvas.addEventListener('pointermove', move)
  canvas.addEventListener('pointerup', up)
  canvas.addEventListener('pointercancel', cancel)
  canvas.addEventListener('pointerleave', leave)
  const touchAction = canvas.style.touchAction
  canvas.style.touchAction = 'none'
  pointer.dispose = () => {
    canvas.removeEventListener('pointerdown', down)
    canvas.removeEventListener('pointermove', move)
    canvas.removeEventListener('pointerup', up)
    canvas.removeEventListener('pointercancel', cancel)
    canvas.removeEventListener('pointerleave', leave)
    canvas.style.touchAction = touchAction
    if (isLocked()) document.exitPointerLock()
  }
  return pointer
}
