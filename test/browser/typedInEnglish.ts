import type { TypedVisit } from './typedVisits.ts'

/** What a student types in English, some of them no native speakers: for each line what they would say, and how they put it again. */
export const typedInEnglish: TypedVisit = {
  lines: {
    'A1-01': [
      "Good morning, Mrs Shen. My name's Li, I'm the social worker who phoned you yesterday. This is my ID.",
      "Hi, Mrs Shen? It's Li from the social work station, we talked on the phone. Here's my card, have a look.",
    ],
    'A1-02': [
      'Is it okay now for you? If is not good time I can come again next time.',
      "Did I come at a bad moment? I don't mind coming back some other time.",
      'Are you free to talk now, or shall I come when it suits you better?',
    ],
    'A1-04': [
      "I'm just here to find out how things have been going for you. I won't pass on what you tell me, except if somebody could get hurt, and you'd be the first to know.",
      'What we talk about is confidential. Only if somebody is in danger I have to get help, and I will tell you before I do.',
    ],
    'A1-05': [
      "Oh, I think you've left your keys hanging in the door. You might want to grab them, no rush.",
      "By the way there's a key still sticking in the lock, would you like to take it in?",
    ],
    'A2-02': [
      'Is this your husband in the picture? What a lovely smell, is that osmanthus?',
      'That must be Mr Zhou on the cabinet. And those flowers smell so nice.',
    ],
    'A2-03': [
      'What kind of person was he?',
      "What was he like, your husband? I'd love to hear.",
      'Can you tell me a bit about Mr Zhou?',
    ],
    'A2-04': [
      "So every day there's a cup of tea for him, a bit like he's still here with you.",
      'You still make him his tea every morning. It keeps him close to you.',
    ],
    'A2-05': [
      'All those years in the mill, no wonder everything here is so neat and organised.',
      "Thirty years on the looms! You can tell, you've still got steady hands and everything in its place.",
    ],
    'A2-06': [
      'So what do you do all day, from when you wake up?',
      'How do you usually spend your day? Like, what do you do after you get up?',
      'What does a normal day look like for you?',
    ],
    'A2-07': [
      'Nights must be hard. Which part is the hardest?',
      "What's the worst part of the night for you?",
      'When does it get hardest, at night I mean?',
    ],
    'A2-08': [
      'You mentioned just now not wanting to trouble people. Can you say a little more about what you mean?',
      "You said you don't like bothering anyone. Tell me more about it?",
    ],
    'A2-10': [
      "So if I understood right, the daytime is okay with your flowers and the opera, the evenings get lonely and you don't sleep very deeply. Is that right?",
      'Let me see if I got you: you manage in the day, it feels empty when it gets dark, and at night you wake easily. Yes?',
    ],
    'A3-01': [
      "Would you mind giving me a little tour of the flat? We can skip any room you don't want me to see.",
      "Can we have a walk round your home together? If there's a place you want to keep private, that's fine.",
    ],
    'A3-02': [
      "I can hear the kettle whistling, let's go together and switch the stove off.",
      'The water is boiling, Mrs Shen. Come, we turn off the gas together.',
    ],
    'A3-03': [
      'Um, these pills here, how are you supposed to take them?',
      'How do you use this box with the pills? Could you show me?',
      'Can you explain to me how this pill organiser works?',
    ],
    'A3-05': [
      "These two boxes have different names but I think it's the same stuff inside. I'm no doctor, maybe we could ask the pharmacist. What do you think?",
      'It looks like the same medicine under two names. I cannot judge that, so should we let the community pharmacist check?',
    ],
    'A3-06': [
      "At night when it's dark and you need the loo, is there anything you lean on?",
      'If you have to go to the bathroom in the night, what do you grab to steady yourself?',
      'What do you hold onto when you go to the toilet at night?',
    ],
    'A3-09': [
      'Your plants look wonderful, you must look after them every day. How do you get up to that clothes line, though?',
      'Lovely flowers! And how do you reach up there to hang the washing?',
    ],
    'A3-10': [
      'What would you still like to do on your own, and where could you use some help?',
      'Which jobs do you want to go on doing yourself, and which would be easier with somebody to help?',
    ],
    'A3-11': [
      "Is it ok if I take a peek inside your fridge? I'm curious what you like to eat.",
      'Could I see in the fridge, just to know what food you like?',
    ],
    'A4-01': [
      'He seems to care about you, this Mr Gao. What do you two like to chat about on the phone?',
      'When Gao calls, what do you like talking about best?',
    ],
    'A4-02': [
      "It's nice to be remembered on your birthday, especially when the kids have no time.",
      "He didn't forget your birthday. With your family so busy it must feel good that someone thinks of you.",
      'It warms you when somebody remembers your birthday.',
    ],
    'A4-04': [
      "Can I tell you about some salespeople we've come across at the station? Then you decide if it sounds the same or not.",
      'We have seen one kind of sales trick. I describe it and you judge by yourself, okay?',
    ],
    'A4-06': [
      "How you use your money, and if you tell Liping or not, that's your decision. I'm just worried about tomorrow, because he asked you to bring your bank book.",
      'Your money is your business, and I am not going to tell your daughter. It is this event tomorrow with the passbook that worries me.',
    ],
    'A4-07': [
      "What happened to your arm? If you don't mind me asking.",
      'I saw a bruise on your arm earlier. Do you feel like telling me what happened there?',
      'How did you get that mark on your forearm, if you want to say?',
    ],
    'A4-09': [
      'Are you scared that Liping would get in trouble?',
      "You're worried Liping will get into trouble if you say it.",
      "So you keep it to yourself because you don't want to cause Liping any problems.",
    ],
    'A4-10': [
      'How about we leave the passbook at home tomorrow, and you make up your mind about going once the pharmacist has checked the leaflet?',
      "Could we agree on this one thing: the passbook doesn't go with you tomorrow, first the pharmacist reads the leaflet?",
    ],
    'A5-01': [
      "Hi, you must be Liping. I'm Li, the social worker. You came in such a hurry, please catch your breath.",
      'Hello Ms Zhou, Li from the station. Thanks for rushing over, sit down a minute first.',
    ],
    'A5-02': [
      "Your job, your son's exams, and your mum on top of it all. You can't drop any of it.",
      'You are carrying work, your boy and your mother all at once.',
    ],
    'A5-03': [
      "I saw the notes on the fridge and the dumplings with dates on them. You did that, didn't you? You've put a lot of care into it.",
      'Those labelled dumplings and the little notes are from you, right? That is a lot of thought.',
    ],
    'A5-04': [
      'Liping, honestly, what are you so afraid of?',
      'What scares you the most?',
      "What's the thing you're most worried could happen?",
    ],
    'A5-05': [
      "Your mum's sitting right here and this is about her life. Could we let her join in?",
      'It is your mother we are talking about, so shall we talk with her and not over her head?',
    ],
    'A5-06': [
      "Liping, you're worried sick, and Mrs Shen, you don't want to be a burden. Actually both of you are trying to protect each other.",
      'One is anxious and the other is afraid to be a bother. You are really looking out for one another.',
    ],
    'A5-08': [
      'And you, are you sleeping at all? When did you last have a proper night?',
      'When was the last time you got a full night’s sleep?',
      'How long is it since you slept right through?',
    ],
    'A5-09': [
      "Maybe we should take a break and drink some water. If we carry on like this you'll both get hurt.",
      'Can we pause a second, everybody have a sip of water? This is painful for the two of you.',
    ],
    'A5-10': [
      "The camera thing, let's talk about it together with your mother: if we put one in, where, and who gets to watch. She has to say yes first.",
      'A camera only with her agreement. Let us discuss it in front of her.',
    ],
    'A6-01': [
      "Let's not do it all at once. What's the first thing you'd want to tackle?",
      'That was a lot for one day. If you could pick just one thing for this week, what would you start with?',
      'We do not have to do everything. Which one thing would you like to do first this week?',
    ],
    'A6-02': [
      "There's a pharmacist here next Tuesday. Should I make you an appointment, and Liping could come along if she has time?",
      'Shall I book you in with the pharmacist on Tuesday, together with Liping if she can?',
    ],
    'A6-03': [
      "Being forgetful doesn't have to mean dementia, sometimes it is curable. Would you go for a check, so we know more?",
      "Forgetting things can have lots of reasons, and some of them can be cured. A check-up would just tell us what's going on. How do you feel about that?",
      'Memory trouble has many causes and some are treatable. Would you think about having it looked at, just to know?',
    ],
    'A6-04': [
      "That's all right, nobody will force you. Are you afraid of what the doctor would say?",
      "OK, I hear you don't want to go. What are you most afraid they would find?",
      'You do not want the test, that is fine. What is your biggest worry about what comes out?',
    ],
    'A6-05': [
      "You can apply for a grab bar and an anti-slip mat through the scheme for adapting homes. I'll walk you both through how it works.",
      'There is a home adaptation programme for rails and non-slip mats, I can explain to both of you how to apply.',
    ],
    'A6-06': [
      "Liping, there's respite care, and there's a group for family carers. Which one do you want to give a try?",
      "Ms Zhou, would you rather start with the carers' group or with some respite?",
    ],
    'A6-07': [
      'What if Mrs He kept a key for you and popped by to knock every day, would that be all right?',
      'Could your neighbour Mrs He have a spare key and knock on your door once a day?',
    ],
    'A6-08': [
      'Let me go over what we decided today and you tell me if I got something wrong.',
      "I'll read out the plan we made. Please correct me if anything isn't right.",
    ],
    'A6-09': [
      "Can you tell me back what we're going to do first and on what day? I want to check I explained it properly.",
      'In your own words, what comes first and when is it? Just so I know I made it clear.',
    ],
    'A6-10': [
      "That's so kind, but please keep the eggs for yourself. If I take gifts I won't be allowed to visit you any more.",
      "I can't accept the eggs, though it means a lot to me. Otherwise I couldn't come again.",
    ],
    'A6-11': [
      "I'll come again next Thursday, 10 o'clock. Here's a card in big letters with our phone number, and if it's urgent call 110 or 120.",
      'See you Thursday next week at ten. Our number is on this card, and for emergencies it is 110 or 120.',
    ],
  },
  smallTalk: [
    'Did you catch the football last night? What a match.',
    'I mean the Liverpool game, with that late penalty.',
  ],
  harmful: "Mrs Shen, this Gao is a crook, he's cheating you and everything he sells is fake!",
  diagnosis: 'I think what you have is the beginning of dementia, Mrs Shen.',
  slip: 'Do you have high blood pressure, or diabetes?',
}
