import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { readConfig } from '../../server/config.ts'
import { startServer } from '../../server/startServer.ts'
import { findBrowser, launchArgs } from '../../tools/browser.mjs'

/** Made up, since loopback counts as secure in any case. */
const NAME = 'doorstep.local'
export const ADDRESS = '192.168.77.5'

export type SecureServer = {
  /** `https://doorstep.local:port` and the same over plain HTTP. */
  secure: string
  plain: string
  ports: { plain: number; secure: number }
  /** For a program on this computer, which needs no certificate. */
  here: { url: string }
  /** Knows our server's key and no other. */
  trusting: Browser
  /** Like any device before it has trusted: it knows nobody's key. */
  stranger: Browser
  /** Whoever comes by plain HTTP meanwhile counts as another device. */
  asAnotherDevice(work: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** The real server with its network let in, and two browsers: one that trusts it and one that does not. */
export async function openSecureServer(dataFolder: string): Promise<SecureServer> {
  let isForeign = false
  const server = await startServer(
    { ...readConfig({}), port: 0, httpsPort: 0, host: '0.0.0.0', dataFolder, isTest: true },
    () => {},
    {
      isFromHere: () => !isForeign,
      names: () => ({ hosts: ['localhost', NAME], addresses: [ADDRESS], publicAddresses: [] }),
      announce: null,
    },
  )
  const ports = { plain: server.port, secure: server.securePort ?? 0 }
  const key = new X509Certificate(readFileSync(join(dataFolder, 'tls', 'server.pem'))).publicKey
  const spki = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('base64')
  const trusting = await launch(`--ignore-certificate-errors-spki-list=${spki}`)
  const stranger = await launch()
  return {
    secure: `https://${NAME}:${ports.secure}`,
    plain: `http://${NAME}:${ports.plain}`,
    ports,
    here: { url: `http://127.0.0.1:${ports.plain}` },
    trusting,
    stranger,
    async asAnotherDevice(work) {
      isForeign = true
      try {
        await work()
      } finally {
        isForeign = false
      }
    },
    async close() {
      await trusting.close()
      await stranger.close()
      await server.close()
    },
  }
}

function launch(...more: string[]): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no browser to test with; npm test gets one, or set DOORSTEP_BROWSER')
  return chromium.launch({
    executablePath,
    args: [...launchArgs(), `--host-resolver-rules=MAP ${NAME} 127.0.0.1`, ...more],
  })
}
