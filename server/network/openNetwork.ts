import type { Config } from '../config.ts'
import { namesOn } from './localNames.ts'
import { isOnlyHere, Network, type NetworkHooks, realHooks, type Serving } from './Network.ts'

type Needs = {
  /** A plain sentence in both languages for whoever started the server. */
  tell(zh: string, en: string): void
  report(what: string, kind?: string): void
}

/** Reads or makes the certificate where the network is let in. @throws BadSetting in plain words. */
export async function openNetwork(
  config: Pick<Config, 'host' | 'port' | 'httpsPort' | 'name' | 'certificate' | 'dataFolder'>,
  { tell, report }: Needs,
  hooks: Partial<NetworkHooks> = {},
): Promise<Network> {
  if (isOnlyHere(config.host)) return new Network(config, null, { ...realHooks, announce: null, ...hooks }, report)
  // Loaded only for those who need it: a server for one computer starts without.
  const { announce } = await import('./announce.ts')
  const all: NetworkHooks = { ...realHooks, announce, ...hooks }
  const serving = config.certificate ? await school(config, all, tell) : await own(config, all, tell)
  return new Network(config, serving, all, report)
}

async function own(
  config: Pick<Config, 'dataFolder' | 'host' | 'name'>,
  { names, now }: NetworkHooks,
  tell: Needs['tell'],
): Promise<Serving> {
  const { OwnAuthority } = await import('./OwnAuthority.ts')
  const found = namesOn(config.host, names(config.name))
  const own = new OwnAuthority(config.dataFolder, found, now())
  const { publicAddresses: outside } = found
  if (outside.length > 0)
    tell(
      `这台电脑的地址 ${outside.join('、')} 不是内网地址，自签的证书不能写它；其他设备请用别的地址或名称，或用 DOORSTEP_CERT 设学校自己的证书。`,
      `This computer’s address ${outside.join(', ')} is not a private one, so its own certificate cannot name it; other devices need another address or name, or a certificate of the school’s own (DOORSTEP_CERT).`,
    )
  return {
    kind: 'own',
    current: () => own.current,
    renew: (names, now) => own.renew(names, now),
    root: own.authority.root,
    fingerprint: own.authority.fingerprint,
    leadHere: [],
  }
}

async function school(
  config: Pick<Config, 'certificate' | 'host' | 'name'>,
  { names, now }: NetworkHooks,
  tell: Needs['tell'],
): Promise<Serving> {
  const { namesThatLeadHere, readSchoolCertificate } = await import('./schoolCertificate.ts')
  const files = config.certificate
  if (!files) throw new Error('no certificate is set')
  const { addresses, publicAddresses } = namesOn(config.host, names(config.name))
  const all = [...addresses, ...publicAddresses]
  const read = readSchoolCertificate(files, all, now())
  const leadHere = await namesThatLeadHere(read.names, all)
  if (leadHere.length === 0)
    tell(
      `DOORSTEP_CERT 的证书写的是 ${read.names.join('、')}，但这些名称现在都没有指向这台电脑。请在学校的 DNS 里把名称指过来，否则浏览器会警告名称不符。`,
      `The certificate in DOORSTEP_CERT names ${read.names.join(', ')}, but none of these leads to this computer at present. Point the name here in the school’s DNS, or browsers will warn that the name is wrong.`,
    )
  return { kind: 'school', current: () => read, renew: () => false, root: null, fingerprint: null, leadHere }
}
