import type { frames as zh } from '../zh/frames.ts'

/** The debug panel on how frames come. */
export const frames: Record<keyof typeof zh, string> = {
  'frames.title': 'How frames come',
  'frames.waiting': 'Counting, for about two seconds.',
  'frames.device.headset': 'Headset {{name}}',
  'frames.device.screen': 'Computer {{name}}',
  'frames.device.phone': 'Phone {{name}}',
  'frames.p95': '95% of frames within {{p95}} ms (should be {{budget}} ms)',
  'frames.missed': 'Of the last {{frames}} frames {{missed}} were late; {{inAll}} in all',
  'frames.step.everything': 'Everything is drawn',
  'frames.step.edges': 'The edge of sight is drawn coarser',
  'frames.step.edges-more': 'The edge of sight is drawn coarsest',
  'frames.step.people': 'People a little way off are drawn more simply',
  'frames.step.soft-things': 'No shadows at people’s feet, no steam',
  'frames.step.all-people': 'People near by are drawn more simply too',
  'frames.why.in-time': 'Frames come in time: nothing is spared',
  'frames.why.late': 'Twice running, more than one frame in twenty was late',
  'frames.why.still-late': 'All that can be spared is, and frames are still late',
  'frames.why.recovered': 'In time for a good while: one step taken back',
  'frames.why.too-soon': 'Late again soon after a step was taken back: next time it waits twice as long',
  'frames.scale': 'Fineness {{now}}%, at the next entry {{next}}%',
  'frames.hide': 'F9, or the parameter debug in the address, opens and closes this',
}
