import { useState } from 'react'

const KEY = 'doorstep.text-mode'

/** Whether this machine can draw in three dimensions at all. */
export function canDraw(): boolean {
  try {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('webgl2')
    context?.getExtension('WEBGL_lose_context')?.loseContext()
    return context !== null
  } catch {
    return false
  }
}

/** Whether the trainee would rather go by text than by picture; remembered. */
export function useTextMode(): [boolean, (isText: boolean) => void] {
  const [isText, setText] = useState(() => localStorage.getItem(KEY) === 'on')
  return [
    isText,
    (to) => {
      localStorage.setItem(KEY, to ? 'on' : 'off')
      setText(to)
    },
  ]
}
