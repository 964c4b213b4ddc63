import { ar } from './zh/ar.ts'
import { before } from './zh/before.ts'
import { debrief } from './zh/debrief.ts'
import { frames } from './zh/frames.ts'
import { headset } from './zh/headset.ts'
import { joining } from './zh/joining.ts'
import { paper } from './zh/paper.ts'
import { shell } from './zh/shell.ts'
import { touch } from './zh/touch.ts'
import { visit } from './zh/visit.ts'
import { vr } from './zh/vr.ts'

/** All screen texts in Chinese: the source of the keys. Each part has its English twin, and a missing or extra key fails the types. */
export const zh = {
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

/** Every text a screen may ask for. */
export type Key = keyof typeof zh
