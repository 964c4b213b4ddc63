import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { BadSetting, type CertificateFiles } from '../config.ts'
import type { KeyAndChain } from './Authority.ts'
import type { Certified } from './Certified.ts'
import { isLoopback } from './localNames.ts'
import { namesOf } from './OwnAuthority.ts'

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g

/** A school's own certificate, as DOORSTEP_CERT and DOORSTEP_KEY name it. @throws BadSetting with what is wrong and what to do. */
export function readSchoolCertificate(
  files: CertificateFiles,
  addresses: readonly string[],
  now: number,
): KeyAndChain & Certified {
  const text = read('DOORSTEP_CERT', files.cert)
  const certificates = certificatesIn(text)
  const [own] = certificates
  if (!own)
    throw new BadSetting(
      'DOORSTEP_CERT 指的文件里没有能读的证书；应是 PEM 文本，以 -----BEGIN CERTIFICATE----- 开头，先是服务器证书，后面接中间证书。请换成这样的文件。',
      'The file that DOORSTEP_CERT names holds no certificate that can be read; it must be PEM text beginning with -----BEGIN CERTIFICATE-----, the server’s own certificate first, those between it and its authority after it. Name such a file.',
    )
  const key = privateKeyIn(read('DOORSTEP_KEY', files.key))
  if (!own.checkPrivateKey(key))
    throw new BadSetting(
      'DOORSTEP_KEY 里的私钥和 DOORSTEP_CERT 里的第一张证书不是一对。请检查有没有拿错文件；证书文件里，服务器证书要排在最前面。',
      'The key in DOORSTEP_KEY does not belong to the first certificate in DOORSTEP_CERT. Check that these are the right files, and that the server’s own certificate comes first.',
    )
  const from = new Date(own.validFrom)
  const until = new Date(own.validTo)
  const day = (date: Date) => date.toISOString().slice(0, 10)
  if (until.getTime() <= now)
    throw new BadSetting(
      `DOORSTEP_CERT 的证书已在 ${day(until)} 过期。请换上新的证书；若日期不对，请校准这台电脑的时钟。`,
      `The certificate in DOORSTEP_CERT expired on ${day(until)}. Replace it; if that day has not come yet, set this computer’s clock.`,
    )
  if (from.getTime() > now)
    throw new BadSetting(
      `DOORSTEP_CERT 的证书要到 ${day(from)} 才生效。请校准这台电脑的时钟，或等到那天。`,
      `The certificate in DOORSTEP_CERT is not valid before ${day(from)}. Set this computer’s clock, or wait.`,
    )
  const names = namesOf(own)
  if (names.length === 0)
    throw new BadSetting(
      'DOORSTEP_CERT 的证书没有写明任何主机名或地址（主题备用名称，SAN），浏览器都会拒绝。请向签发者要一张写明了名称的证书。',
      'The certificate in DOORSTEP_CERT names no host and no address (subject alternative names); every browser refuses such a one. Ask its issuer for one that names this server.',
    )
  if (names.every((name) => isIP(name) !== 0 && !addresses.includes(name) && !isLoopback(name)))
    throw new BadSetting(
      `DOORSTEP_CERT 的证书只写了地址 ${names.join('、')}，而这台电脑现在的地址是 ${addresses.join('、') || '（没有）'}。请换证书，或把电脑设成证书上的地址。`,
      `The certificate in DOORSTEP_CERT names only ${names.join(', ')}, but this computer’s addresses are ${addresses.join(', ') || '(none)'}. Get another certificate, or give this computer the address it names.`,
    )
  return { key: key.export({ type: 'pkcs8', format: 'pem' }).toString(), chain: text, names, from, until }
}

/** The names on a certificate that lead to this computer, by this network's own DNS. None may mean a wrong name, or no DNS yet. */
export async function namesThatLeadHere(names: readonly string[], addresses: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    names.map(async (name) => {
      if (isIP(name)) return addresses.includes(name) ? [name] : []
      if (name.startsWith('*.')) return []
      const at = await lookup(name, { all: true }).catch(() => [])
      return at.some(({ address }) => addresses.includes(address) || isLoopback(address)) ? [name] : []
    }),
  )
  return found.flat()
}

function read(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new BadSetting(
      `${setting} 指的文件 ${file} 读不出来（${code}）。请检查路径和权限。`,
      `The file ${file} that ${setting} names cannot be read (${code}). Check its path and permissions.`,
    )
  }
}

function certificatesIn(text: string): X509Certificate[] {
  try {
    return (text.match(BLOCK) ?? []).map((block) => new X509Certificate(block))
  } catch {
    return []
  }
}

function privateKeyIn(text: string): KeyObject {
  try {
    return createPrivateKey(text)
  } catch {
    const isLocked = /ENCRYPTED/.test(text)
    throw new BadSetting(
      isLocked
        ? 'DOORSTEP_KEY 的私钥设了密码，服务器打不开。请换成没有密码的私钥文件，并只让运行入户的账户读取。'
        : 'DOORSTEP_KEY 指的文件不是能读的私钥；应是 PEM 文本，以 -----BEGIN PRIVATE KEY----- 之类的行开头。请换成这样的文件。',
      isLocked
        ? 'The key in DOORSTEP_KEY is locked with a password. Give a key file without one, readable only by the account that runs Doorstep.'
        : 'The file that DOORSTEP_KEY names is no private key that can be read; it must be PEM text beginning with a line such as -----BEGIN PRIVATE KEY-----. Name such a file.',
    )
  }
}
