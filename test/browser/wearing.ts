import type { Browser } from 'playwright-core'
import type { FullScene, Language } from '../../src/scene/index.ts'
import type { TestServer } from '../server/harness.ts'
import { type Device, wear, withSmallLetters } from './headsets.ts'
import { Immersed } from './Immersed.ts'
import { openPage, type Watched } from './page.ts'
import { Trainee } from './Trainee.ts'

export type Wearing = Watched & {
  trainee: Trainee
  visitor: Immersed
  /** All that went to the server by the live line, as it went out. */
  sent: string[]
}

type How = {
  hasPractised?: boolean
  /** Small where nobody looks at it, since both eyes are drawn without a graphics card. */
  size?: { width: number; height: number }
  lang?: Language
}

/** A person with an emulated headset on the table, known to the start page. */
export async function wearing(
  browser: Browser,
  server: TestServer,
  scene: FullScene,
  device: Device,
  { hasPractised = true, size = { width: 400, height: 250 }, lang = 'zh' }: How = {},
): Promise<Wearing> {
  const watched = await openPage(browser, server.url, { ...size, locale: lang === 'zh' ? 'zh-CN' : 'en-GB' })
  await wear(watched.context, device, { hasPractised })
  await withSmallLetters(watched.context)
  const sent: string[] = []
  watched.page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  const trainee = new Trainee(watched.page, server.url, scene, lang)
  await trainee.introduce(lang === 'zh' ? '小李' : 'Li')
  return { ...watched, trainee, visitor: new Immersed(trainee, sent), sent }
}
