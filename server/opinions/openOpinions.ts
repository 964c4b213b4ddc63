import { BadSetting, type ModelSettings } from '../config.ts'
import type { ReportHealth } from './Breaker.ts'
import { chatHttp } from './chatHttp.ts'
import { EmbedHttp } from './embedHttp.ts'
import { ModelServer } from './ModelServer.ts'
import type { OpinionSource } from './Opinion.ts'
import { type Resolve, resolveName, whereIs } from './ownNetwork.ts'

/** So long a trainee's words may wait for a second opinion. */
const WITHIN_MS = 1_500

export type OpinionsNeeds = { report: ReportHealth; resolve?: Resolve; now?: () => number; withinMs?: number }

/** The school's own model, ready to be asked; null where there is none. Throws BadSetting when it does not lie on the school's own network. */
export async function openOpinions(
  settings: ModelSettings | null,
  { report, resolve = resolveName, now, withinMs = WITHIN_MS }: OpinionsNeeds,
): Promise<OpinionSource | null> {
  if (settings === null) return null
  const { url, key, name, kind } = settings
  await requireOwnNetwork(new URL(url), resolve)
  const server = new ModelServer({ url, key, report, resolve, ...(now && { now }) })
  return kind === 'embed-http' ? new EmbedHttp(server, name, withinMs) : chatHttp(server, name, withinMs)
}

/** What trainees say must not leave the school, whatever somebody wrote into the settings. */
async function requireOwnNetwork(url: URL, resolve: Resolve): Promise<void> {
  const where = await whereIs(url, resolve)
  const host = url.hostname
  if (where === 'unknown')
    throw new BadSetting(
      `DOORSTEP_MODEL_URL 里的主机名“${host}”现在查不到地址；应是本机或本校网络里的一台电脑。请检查拼写，或直接写它的地址（如 192.168.1.20）；不用自己的模型时，去掉这项设置。`,
      `DOORSTEP_MODEL_URL names the host "${host}", which has no address just now; it must be this computer or one on the school's own network. Check the spelling or write its address (such as 192.168.1.20); without a model of your own, remove the setting.`,
    )
  if (where === 'foreign')
    throw new BadSetting(
      `DOORSTEP_MODEL_URL 里的主机“${host}”不在本机或本校网络里；学员说的话不能送到校外。请改为本机、内网或链路本地地址（127.…、10.…、172.16–31.…、192.168.…、169.254.…、::1、fc00::/7、fe80::/10），或去掉这项设置。`,
      `DOORSTEP_MODEL_URL names the host "${host}", which is neither this computer nor on the school's own network; what trainees say must not leave the school. Use a loopback, private or link-local address (127.…, 10.…, 172.16–31.…, 192.168.…, 169.254.…, ::1, fc00::/7, fe80::/10), or remove the setting.`,
    )
}
