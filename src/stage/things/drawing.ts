import type { PictureSpan, Sketch } from '../kit.ts'

export type Size = readonly [number, number, number]

/** What a drawing may know of its thing: how big, how it looks now, its own colour, and the pictures. */
export type Sitter = { size: Size; look: string; colour: string | undefined; span: (picture: string) => PictureSpan }

/** Draws a thing standing on y = 0 and facing +z (out of the wall, for what hangs). `looks` lists the ways it can look besides plain. */
export type Drawing = { looks?: readonly string[]; draw: (pen: Sketch, sitter: Sitter) => void }

/** The colours of a flat of 1988: one palette, so that all furniture belongs to the same home. */
export const INK = {
  darkWood: '#80604a',
  wood: '#ae875f',
  lightWood: '#cba577',
  paleWood: '#dcc09a',
  steel: '#b8bcbc',
  iron: '#454442',
  enamel: '#f2f1ea',
  cream: '#e9dfc7',
  red: '#b2352b',
  green: '#5d8a6c',
  blue: '#48719b',
  brass: '#c59b4a',
  paper: '#f6f0df',
  card: '#b98d5c',
  black: '#26241f',
  leaf: '#5c8a4a',
  clay: '#a5603d',
} as const
