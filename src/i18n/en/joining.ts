import type { joining as zh } from '../zh/joining.ts'

export const joining: Record<keyof typeof zh, string> = {
  'device.open': 'Other device',
  'device.title': 'Go on with another device',
  'device.how':
    'In the browser of a headset, a phone or another computer, open the address below and type these six digits. You go on where you are now.',
  'device.code': 'Six digits',
  'device.left': 'Good for another {{time}}, and for one use.',
  'device.over': 'This code is over.',
  'device.used': 'Once the other device has joined, this one stands by; you can come back whenever you like.',
  'device.again': 'New code',
  'device.making': 'Getting a code…',
  'device.qr': 'QR code: a camera goes on without typing',
  'device.address': 'Address',
  'device.trust': 'The first time on a device, it is asked to trust this server before it goes on; once is enough.',
  'device.closed':
    'At present the server lets in only this computer. Ask for it to be started with DOORSTEP_HOST=0.0.0.0. The code works in another browser on this computer.',
  'device.unnamed': 'No network address was found that other devices could use. Have a look at the network check.',

  'handover.title': 'Hand over',
  'handover.text':
    'This device lets go of the seat, forgets name, height and preferred hand, and goes back to the page for a code, ready for the next person. The session pauses; you can go on with another device where you are signed in.',
  'handover.only':
    'If you are signed in on this device only, move to another with the code above first; otherwise you cannot open this session again.',
  'handover.ask': 'Hand over…',
  'handover.go': 'Next person, please',
  'handover.done': 'This device has forgotten everything and can go to the next person.',
  'handover.away':
    'This device has forgotten everything, but the server did not answer: the last seat will be let go of a little later.',

  'join.title': 'Type the six digits',
  'join.lead': 'They are on your own computer’s screen, or on your instructor’s.',
  'join.label': 'Six digits',
  'join.delete': 'Delete one',
  'join.clear': 'Clear',
  'join.go': 'Join',
  'join.going': 'Joining…',
  'join.pad': 'Number keys',
  'join.replace':
    'This device is signed in as {{name}}. Joining makes it the owner of the code instead; unless {{name}} is signed in elsewhere, that person can no longer open their sessions.',
  'join.noCode': 'No code? Start from the first page',
  'join.check': 'Something does not open? Network check',
  'join.have': 'Begun on another device? Go on here with six digits',

  'check.title': 'Network check',
  'check.lead': 'Whether this device can use Doorstep: a verdict on each point, and a cure where there is a problem.',
  'check.good': 'Good',
  'check.bad': 'Problem',
  'check.note': 'Note',
  'check.waiting': 'Looking',
  'check.again': 'Check again',

  'check.secure': 'Encrypted page',
  'check.secureGood': 'This page came over HTTPS, and the browser considers it safe.',
  'check.secureHere':
    'This page was opened on the server’s own computer, which counts as safe. Other devices need the address that begins with https.',
  'check.secureBad': 'The browser does not consider this page safe, so headset and microphone are closed to it.',
  'check.secureCure': 'Open {{address}}. The first time you are asked to trust a certificate; that page says how.',
  'check.secureCureNone':
    'Have the server started with DOORSTEP_HOST=0.0.0.0, and use the https address that it then shows.',

  'check.certificate': 'Certificate',
  'check.certificateOwn':
    'Signed by the server itself; {{days}} days left, and renewed by itself before that. Devices that trust it need do nothing.',
  'check.certificateSchool': 'The school’s own; {{days}} days left.',
  'check.certificateSoon': 'Replace it soon, and start the server again.',
  'check.certificateOver': 'It has expired. Check the date of the server’s computer and start the server again.',
  'check.certificateNone': 'The server lets in only its own computer and uses no certificate.',
  'check.certificateLock':
    'A page cannot tell whether you trusted the certificate or went past a warning: look at the lock beside the address. The page of trust says how to trust it.',
  'check.fingerprint': 'SHA-256 fingerprint of the authority: {{fingerprint}}',
  'check.trustPage': 'Page of trust',

  'check.clock': 'Date and time',
  'check.clockGood': 'This device’s clock is less than a day away from the server’s.',
  'check.clockBad': 'This device’s clock is {{days}} days away from the server’s, so certificates look invalid to it.',
  'check.clockCure':
    'Set the date in the system settings. A headset without internet that was off for long falls back to an old date and has to be set by hand.',

  'check.xr': 'Headset (WebXR)',
  'check.xrVr': 'Virtual reality can be entered.',
  'check.xrAr': 'Augmented reality can be entered.',
  'check.xrBoth': 'Virtual and augmented reality can be entered.',
  'check.xrNone': 'This device or browser has no immersive mode. The same sessions work on its screen.',
  'check.xrCure':
    'In a headset use its own browser; on an Android phone, Chrome with Google Play Services for AR; iPhone and iPad have no such mode.',
  'check.xrInsecure': 'This can be looked at only on an encrypted page (the first point).',

  'check.mic': 'Microphone',
  'check.micGood': 'There is one. The browser asks for permission when it is first used.',
  'check.micNone': 'No microphone was found.',
  'check.micCure':
    'Plug one in, or allow the browser to use it in the system settings. It goes without, too: lines can be typed or chosen.',

  'check.socket': 'Line to the server',
  'check.socketGood': 'It stands; there and back in {{ms}} ms.',
  'check.socketSlow': 'It stands, but there and back takes {{ms}} ms: what you do will seem late.',
  'check.socketSlowCure':
    'Move closer to the Wi-Fi router or use its 5 GHz network; do not crowd a whole class onto one router.',
  'check.socketBad': 'The page opens, but the live line does not.',
  'check.socketCure':
    'Most likely a proxy or firewall of the school stops WebSocket: let this address bypass the proxy.',

  'check.pair': 'Two devices',
  'check.pairHow': 'Open this page on another device too, and type its number here.',
  'check.pairNumber': 'The number of this page:',
  'check.pairLabel': 'The other device’s number',
  'check.pairGo': 'Look for it',
  'check.pairGood': 'Both devices reach this server and can play together.',
  'check.pairSeen': 'The other device has found this page: both reach this server and can play together.',
  'check.pairNone': 'That number was not found.',
  'check.pairCure':
    'Check the number, and keep this page open on both. If the other device cannot open the page at all, the Wi-Fi probably isolates its clients (AP isolation, a guest network): have that turned off, or connect the server to the router by cable.',
  'check.pairHonest':
    'This tests whether both devices reach the server. Devices never talk to each other directly, so that is neither tested nor needed.',

  'check.server': 'Addresses and ports of the server',
  'check.serverSecure': 'For other devices:',
  'check.serverPlain': 'The first time (page of trust):',
  'check.serverPorts': 'Ports that a firewall must let through: {{ports}} (TCP).',
  'check.serverUnnamed':
    'Addresses that its certificate cannot name: {{addresses}}. Use another, or a certificate of the school’s own.',
  'check.serverClosed':
    'The server lets in only its own computer. To let other devices in, start it with DOORSTEP_HOST=0.0.0.0.',
  'check.serverCure':
    'If it does not open: first see that both are on the same network, then that the firewall of the server’s computer lets these ports through.',
}
