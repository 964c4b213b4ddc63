import { createContext, type ReactNode } from 'react'

/** What the screens of a session carry in their head, beside their own tools: put there by the app, since it belongs to no one screen. */
export const ScreenTools = createContext<ReactNode>(null)
