import type { Language } from '../../src/scene/index.ts'
import type { Line } from './follow.ts'

/** What a trainee who writes English writes where the good visit's rehearsal, which is in Chinese, has them write. */
const IN_ENGLISH: Readonly<Record<string, string>> = {
  '悲伤、睡眠差和药物也会影响记性': 'Grief, poor sleep and medicines affect memory too',
  '也可能只是寂寞，去听热闹': 'She may just be lonely and go there for company',
  也可能只是一时忘了: 'She may simply have forgotten for once',
  也可能是别的原因头晕: 'The dizziness may come from something else',
  也可能是孩子高考这阵子特别忙: 'It may only be the weeks before the exams',
  桂花里12栋3楼西户: 'Guihua Lane 12, third floor west',
  '徐督导，手机': 'Supervisor Xu, mobile',
  街道转介: 'Referred by the subdistrict',
  听听她最近过得怎么样: 'To hear how she has been',
  '进来吧，外头冷': 'Come in, it is cold out there',
  灶具: 'Stove',
  水壶烧开无人关: 'Kettle boiling, nobody turned it off',
  平时怎么提醒自己: 'How she reminds herself',
  一起关火: 'Turned it off together',
  卫生间: 'Bathroom',
  '没有扶手，地砖湿': 'No rail, wet tiles',
  夜里扶哪儿: 'What she holds on to at night',
  讲适老化改造: 'Explained the home adaptation scheme',
  '六点零分水壶烧开，与她一起关火。左前臂有一处淡黄色旧痕。':
    'At minute six the kettle boiled; we turned the stove off together. A faint yellow mark on her left forearm.',
  '“夜里最长。我把电视开着，有个声响。”': '"The nights are longest. I leave the television on for the sound."',
  '傍晚和夜里最难熬；用药可能有漏服，依据药盒与她的话。':
    'Dusk and night are hardest; doses may be missed, going by the pill box and her words.',
  '约周二药师；明天不带存折；下周四再来。': 'Pharmacist on Tuesday; no passbook tomorrow; back next Thursday.',
  请药师看药: 'Pharmacist looks at the medicines',
  '小李约，丽萍陪': 'Li books, Liping comes along',
  下周二: 'next Tuesday',
  药单理清一张: 'one clear list of medicines',
  申请扶手: 'Apply for grab rails',
  小李: 'Li',
  下周四前: 'before next Thursday',
  交表回执: 'receipt for the form',
  '钱是她的，她有决定能力；损失还在继续，所以讲清限度，请她在有人陪的时候自己说。':
    'The money is hers and she can decide; the loss goes on, so I say where my silence ends and ask her to tell it herself, with somebody beside her.',
  '背着她装摄像头、拿存折，是最重的侵扰；放到桌面上，要她点头。':
    'A camera or taking the passbook behind her back intrudes most; it is talked over in front of her and needs her yes.',
  '瘀痕说明不了是谁弄的，私下问、如实记、报督导。':
    'A bruise does not say who made it: ask in private, write down what I saw, tell my supervisor.',
  '收了以后不好再来；推的是东西，接的是情。':
    'Having taken it I could not come again; I hand back the thing and keep the kindness.',
  '不是今天非办不可的事，先听她怕什么，把门留着。':
    'It need not be today; first hear what she fears, and leave the door open.',
}

const HAN = /\p{Script=Han}/u

function inEnglish<T>(value: T): T
function inEnglish(value: unknown): unknown {
  if (typeof value === 'string') {
    if (value in IN_ENGLISH) return IN_ENGLISH[value]
    if (HAN.test(value)) throw new Error(`no English for what is written here: ${value}`)
    return value
  }
  if (Array.isArray(value)) return value.map((one) => inEnglish(one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inEnglish(one)]))
}

/** The same visit with forms, reasons and other explanations written in the trainee's language. */
export const writtenIn = (lang: Language, lines: readonly Line[]): Line[] =>
  lang === 'zh' ? [...lines] : lines.map((line) => inEnglish(line))
