import type { vr as zh } from '../zh/vr.ts'

/** Getting into a headset and out of it. */
export const vr: Record<keyof typeof zh, string> = {
  'vr.enter': 'Enter with the headset',
  'vr.enterWhy': 'Stand at the door in a headset. The picture here rests meanwhile, and goes on when you come out.',
  'vr.within': 'You are in the headset. Take it off and the session pauses.',
  'vr.away': 'You have walked into a wall. Step back and the picture returns.',
  'vr.trouble.no-headset': 'This device cannot show a room all around you. The whole visit can be made on the screen.',
  'vr.trouble.refused': 'Permission was not given. Press again and choose “Allow” when asked, or stay on the screen.',
  'vr.trouble.busy': 'Another page is using the headset. Close that page and press again.',
  'vr.trouble.failed': 'The headset did not open. Press again; if that fails, reload the page and the session goes on.',
  'vr.trouble.no-floor':
    'The headset gave no floor height, so your eyes are set as if you were sitting. Everything works, and has a button.',
  'vr.trouble.ended':
    'The system closed the headset picture. The session is still here: go on at the screen, or enter again.',
  'vr.trouble.lost':
    'The headset has lost its place, so the visit waits. See whether the room is too dark, or wipe its cameras, then go on.',
  'vr.trouble.one-controller':
    'Only one controller was found. One hand can do everything: what takes two has a button as well.',
  'vr.trouble.no-hands':
    'No controller, and no hand in sight. Rest your gaze on a button until it has filled up: that presses it.',
}
