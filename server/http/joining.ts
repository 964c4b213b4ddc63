import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CodeTried, type JoinCode, type JoinedByCode } from '../../src/protocol/index.ts'
import { Guesses, newCode } from '../joining/index.ts'
import { svgQr } from '../network/index.ts'
import type { CodeUse } from '../storage/index.ts'
import type { HttpNeeds } from './Needs.ts'
import { HttpProblem } from './problems.ts'
import { seatedIn } from './seatedIn.ts'
import { tokenIn } from './signedIn.ts'
import { hashToken, newToken } from './tokens.ts'

type OfSession = { Params: { id: string } }

/** Codes a minute from one address: a class that begins at once, each of them twice. */
const CODES_PER_MINUTE = 120

const WHY_NOT: Record<Exclude<CodeUse['how'], 'joined'>, { status: number; zh: string; en: string }> = {
  unknown: {
    status: 404,
    zh: '没有这个码。请核对六位数字；若原来的设备上换过码，以新的为准。',
    en: 'There is no such code. Check the six digits; if the other device shows a newer code, use that one.',
  },
  used: {
    status: 410,
    zh: '这个码已经用过了。一个码只能用一次，请在原来的设备上再要一个。',
    en: 'This code has been used. Each works once: ask the other device for a new one.',
  },
  expired: {
    status: 410,
    zh: '这个码已经过了十分钟，不能再用。请在原来的设备上再要一个。',
    en: 'This code is older than ten minutes and no longer works. Ask the other device for a new one.',
  },
}

/** One person on several devices: a code lets one more in, handing over lets this one go. */
export function joiningRoutes(http: FastifyInstance, { store, network, now, cutOffToken, logger }: HttpNeeds): void {
  const guesses = new Guesses(now)

  http.post<OfSession>(
    '/api/sessions/:id/codes',
    { config: { rateLimit: { max: CODES_PER_MINUTE, timeWindow: '1 minute' } } },
    async (request, reply): Promise<JoinCode> => {
      const { person, row } = await seatedIn(request, store)
      const { code, expiresAt } = await newCode(store, row.id, person.id, now())
      logger.info({ session: row.id }, 'join code made')
      reply.code(201).header('cache-control', 'no-store')
      const { secure, plain } = network.facts()
      const address = secure.length > 0 && plain[0] !== undefined ? `${plain[0]}/j` : null
      return {
        code,
        expiresAt: new Date(expiresAt).toISOString(),
        address,
        // Behind the "#" the code stays in the browser: it crosses no network, and no log or proxy sees it.
        qr: address === null ? null : svgQr(`${address}#${code}`),
      }
    },
  )

  http.post('/api/join', async (request, reply): Promise<JoinedByCode> => {
    const tried = CodeTried.safeParse(request.body)
    if (!tried.success) throw new HttpProblem('malformed', { zh: '码应是六位数字。', en: 'A code is six digits.' })
    const used = await redeem(request, tried.data.code)
    const token = newToken()
    await store.addToken(used.person, hashToken(token), new Date(now()).toISOString())
    const person = await store.personByToken(hashToken(token))
    if (!person || person.name === null) throw new HttpProblem('unknown-thing', WHY_NOT.unknown)
    // Whoever used this device before is not left signed in on it.
    await endDevice(request)
    logger.info({ session: used.session }, 'joined by code')
    reply.header('cache-control', 'no-store')
    return { person: person.id, name: person.name, token, session: used.session }
  })

  /** 换人: this device lets go of its seat, and its token opens nothing any more. Twice is the same as once. */
  http.post('/api/handover', async (request, reply) => {
    await endDevice(request)
    return reply.code(204).send()
  })

  async function redeem(request: FastifyRequest, code: string): Promise<Extract<CodeUse, { how: 'joined' }>> {
    if (!guesses.take(request.ip))
      throw new HttpProblem('too-fast', {
        zh: '输错的次数太多了，请等一分钟再试。',
        en: 'There were too many wrong codes. Wait a minute and try again.',
      })
    const used = await store.redeemCode(code, now())
    if (used.how !== 'joined')
      throw new HttpProblem(used.how === 'unknown' ? 'unknown-thing' : 'not-now', WHY_NOT[used.how])
    guesses.giveBack(request.ip)
    return used
  }

  async function endDevice(request: FastifyRequest): Promise<void> {
    const token = tokenIn(request)
    if (token === null) return
    const hash = hashToken(token)
    if (await store.endToken(hash)) cutOffToken(hash)
  }
}
