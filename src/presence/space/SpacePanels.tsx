import { useFrame } from '@react-three/fiber'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { FRAME } from '../../stage/index.ts'
import type { SpacePointers } from '../xr/pointers.ts'
import type { PanelWords } from './content.ts'
import { PanelField } from './PanelField.ts'

export type PanelSettings = {
  /** 1 to 1.6 of the least size. */
  textScale: number
  /** Hold so long to press; null: pinch, trigger or finger only. */
  dwellMs: number | null
  words: PanelWords
}

type Shared = PanelSettings & { field: PanelField }

const PanelContext = createContext<Shared | null>(null)

export function usePanels(): Shared {
  const shared = useContext(PanelContext)
  if (!shared) throw new Error('a panel was hung outside SpacePanels')
  return shared
}

/** Right after the body has moved, so that whatever aims at the world afterwards knows which pointers are on a panel. */
const AFTER_PRESENCE = FRAME.presence + 1

type Props = PanelSettings & { pointers: SpacePointers; field?: PanelField; children: ReactNode }

/** Around all panels: one look a frame at what points where. */
export function SpacePanels({ pointers, field: given, textScale, dwellMs, words, children }: Props) {
  const field = useMemo(() => given ?? new PanelField(), [given])
  const shared = useMemo(() => ({ field, textScale, dwellMs, words }), [field, textScale, dwellMs, words])
  useFrame((_, seconds) => field.step(pointers, seconds * 1000, dwellMs), AFTER_PRESENCE)
  return <PanelContext value={shared}>{children}</PanelContext>
}
