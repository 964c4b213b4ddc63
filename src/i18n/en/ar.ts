import type { ar as zh } from '../zh/ar.ts'

/** Laying the living room out in a real room: getting in, the two marks, and what to do when something goes wrong. */
export const ar: Record<keyof typeof zh, string> = {
  'ar.enter': 'Into my room (AR)',
  'ar.enterWhy': 'The client sits on a real chair in your room. It takes a table and a chair.',
  'ar.none':
    'This device’s browser cannot put anybody into your room (AR); no iPhone browser can. The whole visit can be made with a finger on the screen, and is the same.',
  'ar.within': 'The picture is in your real room.',
  'ar.leave': 'Leave AR',

  'ar.title.floor': 'First, the floor',
  'ar.title.corner': 'Step 1 of 2',
  'ar.title.seat': 'Step 2 of 2',
  'ar.title.check': 'Does it lie right?',
  'ar.floor.worn':
    'This device does not know where the floor is. Bend down, touch the floor with the front of a controller and pull the trigger; with bare hands, rest a forefinger on it.',
  'ar.floor.held': 'This device does not know where the floor is. Let the ring lie on the floor and tap the screen.',
  'ar.touch.worn':
    'Touch {{what}}. Put the front of a controller on it and pull the trigger; with bare hands, rest a forefinger on it for a moment.',
  'ar.touch.held':
    'Let the ring lie on {{what}}, and tap the screen. Step close and look down on it; for the table, the floor right under the corner will do.',
  'ar.check': 'The lines should lie on your table and chair. The small ring is where your own chair belongs.',
  'ar.check.restored':
    'The room was found as it lay last time. The lines should lie on your table and chair; if not, place it again.',
  'ar.check.before':
    'Without real furniture, she and hers will appear before you. That chair is only drawn: please do not sit on it, nor lean on that table.',
  'ar.sit': 'Sit on real chairs only. Look at the floor before you walk.',
  'ar.right': 'Yes, begin',
  'ar.again': 'Place again',
  'ar.before': 'Without marks, before me',
  'ar.astray': 'Here the flat has a wall. Please step back inside the lines.',
  'ar.hide': 'Hidden by real things',
  'ar.show': 'All in view',

  'ar.trouble.too-near':
    'Both marks are in almost the same place ({{metres}} m apart). Touch the table’s corner first, then the chair, once each.',
  'ar.trouble.too-far':
    'The marks are {{metres}} m apart, farther than this living room is long. Touch one table and the chair beside it.',
  'ar.trouble.disagree':
    'Corner and chair are {{metres}} m apart; in the plan it is {{planned}} m, and that is too different. Move the chair to {{planned}} m from the corner and touch both again, or go without marks.',
  'ar.trouble.height':
    'That was too high, or under the floor. Touch the table top and the seat; if it happens again, set the floor anew in the device’s settings.',
  'ar.trouble.nowhere': 'The device did not say what was touched. Look at the table and touch it again.',
  'ar.trouble.lost':
    'The device lost its bearings for a moment, so the marks no longer count. Turn the lights up, look around slowly, and begin with the corner.',
  'ar.trouble.anchor-gone':
    'Last time’s placing was not found: it is another room, or this one has changed. Touch the two marks again.',
  'ar.trouble.blind':
    'The camera has found no surface. Turn the lights up and move slowly over a floor with some pattern; if that fails, go without marks.',
  'ar.trouble.no-ar': 'This device cannot open in your room. Enter with the headset (VR), or go on at the screen.',
  'ar.trouble.refused':
    'Permission for the camera or the room was not given. Press again and choose “Allow” when asked, or stay on the screen.',
  'ar.trouble.busy': 'Another page is using the device. Close that page and press again.',
  'ar.trouble.failed': 'It did not open. Press again; if that fails, reload the page and the session goes on.',
  'ar.trouble.ended': 'The system closed AR. The session is still here: go on at the screen, or enter again.',
}
