import type { touch as zh } from '../zh/touch.ts'

export const touch: Record<keyof typeof zh, string> = {
  'touch.more': 'More',
  'touch.fewer': 'Fewer',
  'touch.hint': 'tap it',
  'touch.tip': 'Drag the picture to look round. Tap the floor to go there. Tap things and people.',
  'touch.tipRead': 'Got it',
  'touch.help': 'How to',
  'touch.look': 'To look round, drag the picture. To look by turning the phone instead, turn that on under “Comfort”.',
  'touch.go': 'To go somewhere, tap the floor, or choose a place under “Go to”.',
  'touch.use': 'To look at a thing, tap it and choose what to do. If it is hard to hit, “In sight” lists it.',
  'touch.talk': 'To speak, tap the person, or press “Speak” or “Type”.',
  'touch.stop': 'To stop, press “Pause” at any time. It costs nothing.',

  'do.comfort': 'Comfort',
  'comfort.lead':
    'Set things as suits you. What you choose stays in this browser and changes nothing in how you are assessed.',
  'comfort.text': 'Size of words',
  'comfort.brightness': 'Brightness of the picture',
  'comfort.captions': 'Show captions',
  'comfort.captionsWhy': 'Without them, what was said still stands in the transcript.',
  'comfort.still': 'Less motion',
  'comfort.stillWhy':
    'Walking jumps instead of gliding, and people in the flat do not sway. If your system already asks for less motion, nothing needs doing here.',
  'comfort.hand': 'Which hand',
  'comfort.handWhy': 'Buttons and lines come to this side, and one hand can do everything.',
  'comfort.hand.both': 'Both hands',
  'comfort.hand.left': 'The left only',
  'comfort.hand.right': 'The right only',
  'comfort.pace': 'Time to press',
  'comfort.paceWhy': 'Longer for slow or trembling hands: a finger may rest longer and still count as a tap.',
  'comfort.pace1': 'Usual',
  'comfort.pace15': 'Longer',
  'comfort.pace25': 'Much longer',
  'comfort.tilt': 'Look round by turning the phone',
  'comfort.tiltWhy':
    'This needs the motion sensors of your phone. They are used on this page only; nothing is kept or sent. Dragging the picture still works.',
  'comfort.tiltOn': 'Turn on',
  'comfort.tiltOff': 'Turn off',
  'comfort.tiltIsOn': 'It is on: wherever you turn the phone, you look.',
  'comfort.tiltRefused':
    'The phone said no. You can still look round by dragging the picture; to change your mind, allow “motion and orientation” in the website settings of the browser.',
  'comfort.tiltNone': 'This device does not tell how it is held. You can look round by dragging the picture.',

  'wellness.before': 'Before you go: how do you feel right now?',
  'wellness.after': 'Now that you have left: how do you feel?',
  'wellness.lead':
    'Steady or not, comfortable or not: a note for yourself. You need not answer, and it changes nothing in how you are assessed.',
  'wellness.1': 'Not well at all',
  'wellness.2': 'Not so well',
  'wellness.3': 'Hard to say',
  'wellness.4': 'All right',
  'wellness.5': 'Steady and comfortable',
  'wellness.decline': 'I would rather not say',
  'wellness.declined': 'You did not answer, and that is fine.',
  'wellness.kept': 'Kept in this browser only; the debrief shows it to you and nobody else.',
  'wellness.change': 'Change it',
  'wellness.low':
    'There is no hurry. Have some water, look out of the window, stand up for a moment; stop whenever you like, no reason needed.',
  'wellness.share': 'My instructor may see it',
  'wellness.shareWhy':
    'If you tick this, both answers are left in this session as a message that your instructor can read. Once sent it cannot be taken back.',
  'wellness.send': 'Send to my instructor',
  'wellness.sent': 'Your instructor has it.',
  'wellness.message': 'Before the visit: {{before}}. After the visit: {{after}}.',
  'wellness.none': 'no answer',
  'wellness.title': 'How you felt',
  'wellness.lookBefore': 'Before you went',
  'wellness.lookAfter': 'After the visit',
  'wellness.lookLead':
    'Kept in this browser only; nobody else sees it unless you sent it to your instructor during this session.',
}
