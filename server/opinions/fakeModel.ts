import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = { path: string; headers: IncomingMessage['headers']; text: string; json: Body }

/** What our adapters send, as far as a fake has to know it. */
export type Body = {
  model: string
  input?: string[]
  temperature?: number
  seed?: number
  messages?: { role: string; content: string }[]
  response_format?: { json_schema: { schema: { properties: { row: { enum: string[] } } } } }
}

/** A model's server for tests, in this process: it keeps what it was asked and answers as it is told. */
export async function startFakeModel() {
  const asked: Asked[] = []
  let respond: (asked: Asked, response: ServerResponse) => void = (_, response) => response.end('{}')
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const json = text === '' ? { model: '' } : (JSON.parse(text) as Body)
    const one = { path: request.url ?? '', headers: request.headers, text, json }
    asked.push(one)
    respond(one, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    /** How everything is answered from now on; what was asked before is forgotten. */
    answers(how: typeof respond): void {
      asked.length = 0
      respond = how
    },
    /** A chat model that answers with this text. */
    chats(content: unknown): void {
      this.answers((_, response) =>
        response.end(JSON.stringify({ id: 'x', choices: [{ index: 0, message: { content } }] })),
      )
    },
    /** An embedding model that has a vector for each text. */
    embeds(vectorOf: (text: string) => unknown): void {
      this.answers(({ json }, response) => {
        const data = (json.input ?? []).map((text, index) => ({
          object: 'embedding',
          index,
          embedding: vectorOf(text),
        }))
        response.end(JSON.stringify({ object: 'list', data: data.reverse() }))
      })
    },
    async stop(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type FakeModel = Awaited<ReturnType<typeof startFakeModel>>
