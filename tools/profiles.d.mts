import type { Plugin } from 'vite'
/** The controllers and hands that are served from our own origin. */
export const PROFILES: string[]
/** The list that a loader asks for first, with none in it that is not served. */
export function profilesList(): Record<string, { path: string }>
/** A Vite plugin: puts the models of controllers and hands beside the pages. */
export function profiles(): Plugin
