import type { IncomingMessage } from 'node:http'

/**
 * Only our own pages may open a socket, judged before anything else is looked at. A browser names its page with every WebSocket;
 * with a same-origin GET, by which a polled connection begins, it does not.
 */
export function isFromOurPages(request: Pick<IncomingMessage, 'headers' | 'method' | 'url'>): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) {
    const transport = new URL(request.url ?? '', 'http://here').searchParams.get('transport')
    return transport === 'polling' && request.method === 'GET'
  }
  try {
    return host !== undefined && new URL(origin).host === host
  } catch {
    return false
  }
}
