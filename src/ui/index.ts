import './theme.css'

export { Button } from './Button.tsx'
export { type Command, commandFor, keyName, type Press } from './command.ts'
export { Dialog } from './Dialog.tsx'
export { type Tab, Tabs } from './Tabs.tsx'
export { Toasts, toast } from './toasts.tsx'
export { useKeys } from './useKeys.ts'
