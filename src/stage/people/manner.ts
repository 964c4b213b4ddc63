import type { Bearing } from './pose.ts'

/** How attentive and how the face sets, by bearing: an eye sees these, never a number. */
export const MANNER: Record<Bearing, { attends: number; browUp: number; browTilt: number; lid: number; nod: number }> =
  {
    warm: { attends: 1, browUp: 0.0012, browTilt: -0.1, lid: -0.02, nod: 0.05 },
    open: { attends: 1, browUp: 0.0008, browTilt: -0.06, lid: -0.05, nod: 0.03 },
    careful: { attends: 0.9, browUp: 0.0006, browTilt: -0.12, lid: -0.03, nod: 0 },
    closed: { attends: 0.55, browUp: -0.0012, browTilt: 0.12, lid: 0.12, nod: 0 },
    shut: { attends: 0.15, browUp: -0.002, browTilt: 0.18, lid: 0.2, nod: 0 },
    overwhelmed: { attends: 0.1, browUp: 0.0015, browTilt: -0.34, lid: 0.3, nod: 0 },
  }
