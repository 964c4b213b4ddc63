import type { Problem, Refusal } from '../../src/protocol/index.ts'

/** Each refusal as HTTP tells it: a status, and what to do in both languages. */
const REFUSED: Record<Refusal, { status: number; zh: string; en: string }> = {
  'client-too-old': {
    status: 426,
    zh: '网页版本太旧，请刷新页面。',
    en: 'This page is older than the server. Please reload it.',
  },
  'server-too-old': {
    status: 426,
    zh: '服务器版本太旧，请管理员更新后再试。',
    en: 'The server is older than this page. Please ask for it to be updated.',
  },
  malformed: {
    status: 400,
    zh: '请求的内容有误，没有执行。',
    en: 'The request could not be read, so nothing was done.',
  },
  'too-large': {
    status: 413,
    zh: '内容太长，没有保存。请分几次提交。',
    en: 'This is too long and was not kept. Please send it in parts.',
  },
  'too-fast': {
    status: 429,
    zh: '操作太快，请稍等片刻再试。',
    en: 'That was too fast. Please wait a moment and try again.',
  },
  'not-signed-in': { status: 401, zh: '请先填写姓名。', en: 'Please give your name first.' },
  'unknown-session': { status: 404, zh: '没有这次演练。', en: 'There is no such session.' },
  'not-yours': { status: 403, zh: '这是别人的演练，不能查看。', en: 'This session belongs to somebody else.' },
  'seat-taken': { status: 409, zh: '这个席位已经有人。', en: 'This seat is taken.' },
  'not-this-seat': { status: 403, zh: '这个席位不能这样做。', en: 'This seat cannot do that.' },
  'session-ended': { status: 409, zh: '这次演练已经结束。', en: 'This session has ended.' },
  'not-in-this-phase': { status: 409, zh: '这个阶段不能这样做。', en: 'That cannot be done in this phase.' },
  'not-offered': { status: 409, zh: '现在不能说这句话。', en: 'That cannot be said now.' },
  'not-now': { status: 409, zh: '现在还不行。', en: 'Not yet.' },
  'unknown-thing': { status: 404, zh: '没有找到。', en: 'That was not found.' },
  'out-of-reach': { status: 409, zh: '离得太远。', en: 'That is out of reach.' },
  paused: { status: 409, zh: '演练已暂停。', en: 'The session is paused.' },
  'storage-failed': {
    status: 503,
    zh: '没能保存，请稍后再试。若一直如此，请告诉管理员检查磁盘空间。',
    en: 'This could not be stored. Please try again soon; if it goes on, have the disk space checked.',
  },
  failed: {
    status: 500,
    zh: '出了差错，没有执行。请再试一次。',
    en: 'Something went wrong and nothing was done. Please try again.',
  },
}

export const problemOf = (refused: Refusal): Problem => {
  const { zh, en } = REFUSED[refused]
  return { refused, zh, en }
}

/** Ends a request with a problem of the closed list; the web layer alone knows its number. */
export class HttpProblem extends Error {
  readonly status: number
  readonly problem: Problem

  constructor(refused: Refusal, says?: { status?: number; zh: string; en: string }) {
    super(refused)
    this.status = says?.status ?? REFUSED[refused].status
    this.problem = { ...problemOf(refused), ...(says && { zh: says.zh, en: says.en }) }
  }
}
