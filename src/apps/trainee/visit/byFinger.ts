import type { Key } from '../../../i18n/index.ts'
import type { panels } from './commands.ts'

/** Whether this device is first of all touched. */
export const isByFinger = (): boolean => matchMedia('(pointer: coarse)').matches

/** What a panel is called here: where there are no keys, the one about keys tells what fingers do. */
export const panelLabel = (command: (typeof panels)[number]): Key =>
  command.panel === 'keys' && isByFinger() ? 'touch.help' : command.label
