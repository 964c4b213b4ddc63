import type { Fault } from './answerSentences.ts'

const WITHOUT = {
  zh: '改用字词比对来理解自由输入，其余照常。',
  en: 'Free words are understood by comparing characters and words instead; everything else goes on.',
}

const WHY: Record<Fault, { zh: string; en: string }> = {
  missing: {
    zh: '找不到句子模型（assets/models/words）或运行它的组件（onnxruntime-web）。',
    en: 'The sentence model (assets/models/words) or what runs it (onnxruntime-web) is not there.',
  },
  damaged: {
    zh: '句子模型的文件已损坏（assets/models/words），请重新取得这个文件夹。',
    en: 'A file of the sentence model is damaged (assets/models/words); get that folder anew.',
  },
  refused: {
    zh: '句子模型无法在这台电脑上运行（WebAssembly 不可用或内存不足）。',
    en: 'The sentence model does not run on this computer (no WebAssembly, or too little memory).',
  },
  ended: {
    zh: '句子模型的线程意外结束。',
    en: 'The thread of the sentence model ended unexpectedly.',
  },
}

/** What a person who runs the server reads, once: what is wrong and what follows from it. */
export function reasonFor(fault: Fault): { zh: string; en: string } {
  return { zh: `${WHY[fault].zh}${WITHOUT.zh}`, en: `${WHY[fault].en} ${WITHOUT.en}` }
}
