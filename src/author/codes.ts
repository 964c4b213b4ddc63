import type { Bilingual } from './problem.ts'

type CodeNote = { level: 'error' | 'warning'; title: Bilingual; advice: Bilingual }

const error = (zh: string, en: string, adviceZh: string, adviceEn: string): CodeNote => ({
  level: 'error',
  title: { zh, en },
  advice: { zh: adviceZh, en: adviceEn },
})
const warning = (...texts: Parameters<typeof error>): CodeNote => ({ ...error(...texts), level: 'warning' })

/** Every code the checker can give. Each has one page, docs/checks/SC0xx.md, whose examples are its tests. */
export const CODES = {
  SC001: error(
    'YAML 写法有误',
    'Not readable as YAML',
    '看这一行和上一行：缩进、冒号后的空格、引号是否成对。',
    'Look at this line and the one above: indentation, the space after a colon, quotes that close.',
  ),
  SC002: error(
    '文件不能用',
    'A file that cannot be used',
    '检查文件夹和文件名；大文件拆成几个；不用锚点和别名，直接写出来。',
    'Check folder and file name; split a large file; write things out instead of using anchors and aliases.',
  ),
  SC003: error(
    '同一个键写在两个文件里',
    'One key in two files',
    '只留一处；列表可以分写在几个文件里，别的键不行。',
    'Keep one of the two; lists may be spread over files, other keys may not.',
  ),
  SC004: error(
    '不认识的键',
    'Unknown key',
    '改成提示的键，或删掉这一行。',
    'Use the key that is suggested, or delete the line.',
  ),
  SC005: error(
    '缺少必须的键',
    'A key is missing',
    '在这里补上这个键；各键的含义见同类条目。',
    'Add the key here; a neighbouring entry shows how it is written.',
  ),
  SC006: error('值不对', 'Wrong value', '按“应为”改写这个值。', 'Rewrite the value as described under “expected”.'),
  SC007: error(
    '缺一种语言',
    'A language is missing',
    '中文 zh、英文 en 都要写，都不能空。',
    'Write both zh and en; neither may be empty.',
  ),
  SC008: error(
    '条件读不懂',
    'A condition that cannot be read',
    '照这些样子写：S.trust >= 40、noticed C02、heard D-A1、event E2 live，用 and、or、not 和括号连接。',
    'Write it like these: S.trust >= 40, noticed C02, heard D-A1, event E2 live; join with and, or, not and brackets.',
  ),
  SC009: error('编号重复', 'An id used twice', '给其中一个换新编号。', 'Give one of the two another id.'),
  SC010: error(
    '中文里有半角标点',
    'ASCII punctuation in Chinese',
    '换成全角：，。？！：；“”（）……',
    'Use full-width punctuation: ，。？！：；“”（）……',
  ),
  SC011: error(
    '感受的门槛够不到',
    'A threshold of feeling out of reach',
    '降低门槛，或在此之前加一些能让这项感受上升的话。',
    'Lower the threshold, or add rows before it that raise this feeling.',
  ),
  SC012: error(
    '条件要的东西此前不可能有',
    'A condition asks for what cannot have happened yet',
    '让它在更早的阶段能被看到、听到或说出，或改条件。',
    'Let it be seen, heard or said in an earlier phase, or change the condition.',
  ),
  SC013: error(
    '没有一个种子能同时满足',
    'No seed allows this combination',
    '检查各处的 seed 条件，至少留一个种子能成立。',
    'Check the seed conditions involved; at least one seed must allow all of it.',
  ),
  SC014: error(
    '阶段没有出口',
    'A phase without a way out',
    '给它加 exits，或让某个事件或 entersOn 从这里进入别的阶段。',
    'Give it exits, or let an event or an entersOn lead on from it.',
  ),
  SC015: error(
    '没有路通向这个阶段',
    'A phase that nothing enters',
    '在前面的阶段加一个通向它的出口，或删去它。',
    'Add an exit to it in an earlier phase, or remove it.',
  ),
  SC016: error(
    '反映性的话没有依据',
    'A reflection without a source',
    '写上 source：她说过、看到过或档案里有的，如 heard D-A1、noticed C10、prepared A0-01。',
    'Add a source: what was heard, noticed or read, e.g. heard D-A1, noticed C10, prepared A0-01.',
  ),
  SC017: error(
    '没有这个编号',
    'An id that does not exist',
    '改成已有的编号（见提示），或先把它写出来。',
    'Use an id that exists (see the suggestion), or define it first.',
  ),
  SC018: error(
    '分数与所写总分不符',
    'Points differ from the stated sums',
    '用 npm run scenes -- --sums 看每一项从哪里来，改分数或改 sums。',
    'See where each item comes from with npm run scenes -- --sums; correct the points or the sums.',
  ),
  SC019: error(
    '不可出现的词',
    'A word that may not appear',
    '换一种不含方法、渲染或贬低的说法（见 safety 第 1、3 条）。',
    'Say it without method, sensation or contempt (content safety rules 1 and 3).',
  ),
  SC020: error(
    '只可出现在有害的话里的词',
    'A word allowed only in harmful rows',
    '换成“自杀”“结束生命”“曾尝试自杀”等直接而不评判的说法。',
    'Use direct words without judgement: suicide, ended their life, attempted.',
  ),
  SC021: error(
    '许可协议不可用',
    'A licence that cannot be used',
    '写明一种开放许可，如 CC-BY-4.0。',
    'State an open licence, e.g. CC-BY-4.0.',
  ),
  SC022: error(
    '片段引用了没有的东西',
    'An excerpt refers to something that is not there',
    '改成场景里已有的编号或状态。',
    'Use ids and states that the scene has.',
  ),
  SC023: error(
    '话语没有技巧标签',
    'A row without a skill tag',
    '在 skills 里写至少一个：zc.…（支持）、yl.…（引领）、yx.…（影响）。',
    'Give at least one in skills: zc.… (supporting), yl.… (leading), yx.… (influencing).',
  ),
  SC024: error(
    '有人在这一阶段无话可答',
    'A person without a reply',
    '在 replies 里给这个人至少写 G 档的一句。',
    'Give this person at least a line for band G under replies.',
  ),
  SC025: error(
    '一格里同一句写了两遍',
    'The same line twice in one cell',
    '换一句，或删去一句。',
    'Reword one of them, or delete it.',
  ),
  SC026: error(
    '物件不在它的房间里',
    'A thing outside its room',
    '改 at 的坐标，或改 room。',
    'Correct its coordinates (at), or its room.',
  ),
  SC027: error(
    '位置不在它的房间里',
    'A spot outside its room',
    '改坐标，或改 room。',
    'Correct its coordinates, or its room.',
  ),
  SC028: error(
    '门不在两个房间的墙上',
    'A door that is not on its wall',
    '门要落在两个房间共有的墙线上：检查 along、at、from、to。',
    'A door lies on the wall both rooms share: check along, at, from and to.',
  ),
  SC029: warning(
    '动作与话的括号不符',
    'Brackets do not fit the kind',
    '动作（kind: do）整句写在（…）里；整句在括号里的就是动作。',
    'An action (kind: do) stands wholly in (…); what stands wholly in brackets is an action.',
  ),
  SC030: warning(
    '不懂也能猜中',
    'Guessable without understanding',
    '让有益和无益的话一样有长有短、一样客气：改写 text，或加 short。',
    'Let helpful and unhelpful lines be long and short, courteous and curt alike: reword text, or add short.',
  ),
  SC031: error(
    '此人没有这项感受',
    'A person without this feeling',
    '在这个人的 starts 里写上初始值，或改成已有的感受。',
    'Give it a start value under this person’s starts, or name a feeling the person has.',
  ),
  SC032: warning(
    '例句太少',
    'Too few phrasings',
    '在 examples/ 里请几位不同的人各写几句；“不属于任何一行”的话也要写。',
    'Have several people write some each, in examples/; what belongs to no row is wanted too.',
  ),
  SC033: error(
    '标记摆不出这个地方',
    'Marks that cannot lay the place out',
    '写一个 corner 和一个 client-seat，在同一个房间里，相距 0.8 米以上；座位要落在一个 seat: true 的位置上。',
    'Give one corner and one client-seat in the same room, 0.8 m apart or more; a seat lies on a spot with seat: true.',
  ),
} as const satisfies Record<string, CodeNote>

export type Code = keyof typeof CODES
