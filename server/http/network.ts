import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { NetworkCheck } from '../../src/protocol/index.ts'
import { askedIn } from '../network/index.ts'
import type { HttpNeeds } from './Needs.ts'

/** The page of trust once more, for whoever is in already, and what the network check asks of the server. */
export function networkRoutes(
  http: FastifyInstance,
  { network, version, now }: Pick<HttpNeeds, 'network' | 'version' | 'now'>,
): void {
  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const { status, headers, body } = network.doorway.reply(askedIn(request.raw))
    return reply.code(status).headers(headers).send(body)
  }
  http.get('/trust', answer)
  http.get('/trust/doorstep-ca.crt', answer)

  /** The page of trust knocks here from plain HTTP: that it is answered at all says that the device trusts the certificate. */
  http.get('/trust/ping', async (_request, reply) =>
    reply.code(204).header('cache-control', 'no-store').header('cross-origin-resource-policy', 'cross-origin').send(),
  )

  http.get('/api/check', async (_request, reply): Promise<NetworkCheck> => {
    reply.header('cache-control', 'no-store')
    return { now: new Date(now()).toISOString(), version, ...network.facts() }
  })
}
