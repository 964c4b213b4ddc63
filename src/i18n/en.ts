import { ar } from './en/ar.ts'
import { before } from './en/before.ts'
import { debrief } from './en/debrief.ts'
import { frames } from './en/frames.ts'
import { headset } from './en/headset.ts'
import { joining } from './en/joining.ts'
import { paper } from './en/paper.ts'
import { shell } from './en/shell.ts'
import { touch } from './en/touch.ts'
import { visit } from './en/visit.ts'
import { vr } from './en/vr.ts'
import type { Key } from './zh.ts'

export const en: Record<Key, string> = {
  ...shell,
  ...before,
  ...visit,
  ...paper,
  ...debrief,
  ...joining,
  ...touch,
  ...vr,
  ...headset,
  ...ar,
  ...frames,
}
