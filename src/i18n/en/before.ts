import type { before as zh } from '../zh/before.ts'

export const before: Record<keyof typeof zh, string> = {
  'start.heading': 'Before a real door opens, walk up to this one',
  'start.lead':
    'You are standing at a client’s door. How you knock, what you say, what you notice and what you do first all change the people inside. Afterwards you look back at what made the difference.',
  'start.picture':
    'A drawing: on the landing of an old block the west door of the third floor stands ajar, warm light falls on the floor, and a bowl of osmanthus stands beside it.',
  'start.nameLabel': 'First, a name',
  'start.nameHint':
    'You type it once, so that you find your own sessions again. It need not be your real name. No e-mail, no password.',
  'start.namePlace': 'for example: Li',
  'start.nameGo': 'Come in',
  'start.nameEmpty': 'Please type a name.',
  'start.hello': 'Hello, {{name}}',
  'start.scenes': 'Scenes to practise',
  'start.scenesEmpty': 'There are no scenes on this server yet.',
  'start.sessions': 'My sessions',
  'start.sessionsEmpty': 'None yet. Choose a scene below to begin your first.',
  'start.resume': 'Carry on',
  'start.debrief': 'Debrief',
  'start.open': 'Look at this scene',
  'start.leaveTitle': 'Not you?',
  'start.leaveText':
    'This browser will forget “{{name}}”. The sessions stay on the server, but can no longer be opened from here; typing the name again does not bring them back.',
  'start.leaveGo': 'Forget this name',
  'start.preparing': 'preparing',
  'start.visiting': 'on the visit',
  'start.aftermath': 'after the visit',
  'start.ended': 'finished',
  'start.private':
    'Nobody watches a session you practise by yourself. People and stories are fictional, and this is not a helpline.',

  'scene.referral': 'The referral',
  'scene.role': 'Your role',
  'scene.setting': 'Place and time',
  'scene.stages': 'Stages of casework',
  'scene.people': 'Who you will meet',
  'scene.objectives': 'Afterwards you can',
  'scene.note': 'Please know before you start',
  'scene.pauseNote':
    'Press P, or Esc twice, at any time: the picture stops at once. It costs nothing and needs no reason.',
  'scene.kind': 'This is a session you practise by yourself',
  'scene.kindWho':
    'No teacher or fellow student sees what you say or write unless you hand it in later. What you type is kept on this server and only you can open it.',
  'scene.start': 'Start preparing',
  'scene.starting': 'Getting ready…',
  'scene.again': 'The same case as last time',
  'scene.againWhy': 'The truth behind the door is the same as last time, so that you can compare two ways of working.',
  'scene.full': 'From the beginning',
  'scene.excerpts': 'Practise one part',
  'scene.resources': 'Would you like to talk to somebody?',

  'kind.practice': 'On your own',
  'kind.class': 'Class practice',
  'kind.assessed': 'Assessed',
  'kind.practiceWho': 'Nobody else sees what you say or write.',
  'kind.classWho': 'Your instructor is present and sees what you say and write as it happens.',
  'kind.assessedWho': 'Your assessor sees the whole session, including what you say and write.',

  'prepare.title': 'Before you set out',
  'prepare.lead': 'Time is short: choose up to {{limit}} things. Once you are inside, it will show which.',
  'prepare.do': 'Do these',
  'prepare.done': 'done',
  'prepare.chosen': '{{count}} of {{limit}} chosen',
  'prepare.full': 'That is all there is time for.',
  'prepare.learned': 'So you already know',
  'prepare.safety': 'To be written before you leave',
  'prepare.go': 'Set out, to the door',
  'prepare.goWhy': 'The clock starts at the door.',
}
