import { createHash } from 'node:crypto'
import { type Both, DEVICES, type Device } from './devices.ts'
import { drawnOnce, picture } from './pictures.ts'
import { SCRIPT, STYLE } from './style.ts'

export const CERTIFICATE_PATH = '/trust/doorstep-ca.crt'

export type TrustFacts = {
  /** Whether other devices are let in at all. */
  isOpen: boolean
  /** Where to go on, as `https://host:port`; null where there is no way. */
  on: string | null
  /** The path that was asked for, to go on to. */
  path: string
  /** The page goes on by itself where the device trusts already. Not for whoever came to read. */
  isForwarding: boolean
  kind: 'own' | 'school'
  /** Of the authority, SHA-256. */
  fingerprint: string | null
  device: Device['id'] | null
  first: 'zh' | 'en'
  /** The server's time. */
  now: number
}

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const HASHES = { style: sha256(STYLE), script: sha256(SCRIPT) }

/** What the page may do: run its own two pieces and knock at the HTTPS address, nothing else. */
export const trustPolicy = (on: string | null): string =>
  [
    "default-src 'none'",
    `style-src ${HASHES.style}`,
    `script-src ${HASHES.script}`,
    `connect-src ${on ?? "'none'"}`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** The page of trust: all that another device is shown over plain HTTP. Complete in itself, in both languages. */
export function trustPage(facts: TrustFacts): string {
  const languages = facts.first === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)
  const data = `data-now="${facts.now}" data-on="${escaped(facts.on ?? '')}" data-forward="${facts.isForwarding ? 'yes' : 'no'}"`
  return `<!doctype html>
<html lang="${facts.first === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>入户 Doorstep</title><style>${STYLE}</style></head>
<body ${data}>${drawnOnce()}${languages.map((language) => inOne(language, facts)).join('')}<script>${SCRIPT}</script></body></html>
`
}

const TEXTS = {
  other: { zh: 'English below', en: '中文在下方' },
  title: { zh: '让这台设备信任入户服务器', en: 'Let this device trust the Doorstep server' },
  lead: {
    zh: '头显、麦克风这些功能，浏览器只在加密的网页里开放。这台服务器在校内自己签发证书，所以每台设备第一次要认它一次，以后就直接打开。',
    en: 'Browsers allow headsets and microphones only on encrypted pages. This server signs its own certificate inside the school, so each device has to get to know it once; after that it simply opens.',
  },
  school: {
    zh: '这台服务器用的是学校自己的证书，设备一般已经信任。请直接打开下面的地址；若仍有警告，请找学校的网络管理员。',
    en: 'This server uses the school’s own certificate, which devices usually trust already. Open the address below; if there is still a warning, ask the school’s network staff.',
  },
  unnamed: {
    zh: '服务器没有找到能写进证书的网络地址，别的设备现在进不来。请检查服务器电脑的网线或无线网；若学校用的是公网地址，请设学校自己的证书（DOORSTEP_CERT）。',
    en: 'The server found no network address that its certificate can name, so other devices cannot come in. Check the cable or Wi-Fi of its computer; in a school with public addresses, set a certificate of the school’s own (DOORSTEP_CERT).',
  },
  closed: {
    zh: '现在只有这台电脑自己能打开入户。要让头显和其他设备进来，请设 DOORSTEP_HOST=0.0.0.0 再启动。',
    en: 'At present only this computer can open Doorstep. To let headsets and other devices in, start it with DOORSTEP_HOST=0.0.0.0.',
  },
  trusted: {
    zh: '这台设备已经信任这台服务器，可以直接打开。',
    en: 'This device trusts this server already. Go on.',
  },
  untrusted: {
    zh: '这台设备还没有信任这台服务器。请照下面做一次；做好后这里会变。',
    en: 'This device does not trust this server yet. Do the following once; this line changes when it is done.',
  },
  clock: {
    zh: '这台设备的日期和服务器差了一天以上。日期不对，证书就不算有效：请先在系统设置里把日期校准。',
    en: 'This device’s date is more than a day away from the server’s. With a wrong date no certificate is valid: set the date in the system settings first.',
  },
  open: { zh: '打开入户', en: 'Open Doorstep' },
  download: { zh: '下载证书', en: 'Download the certificate' },
  choose: { zh: '您用的是什么设备？', en: 'Which device is this?' },
  forget: { zh: '以后要忘掉它：', en: 'To forget it later: ' },
  whatTitle: { zh: '信任意味着什么', en: 'What trusting means' },
  what: {
    zh: '这个证书机构只能为 .local 名称、localhost、这台电脑自己的名字和内网地址签名（写在证书的名称限制里），不能冒充别的网站。它的密钥只在服务器的数据文件夹里。',
    en: 'This authority can sign only for .local names, localhost, this computer’s own name and private addresses (its name constraints say so); it cannot pass itself off as any other website. Its key lies only in the server’s data folder.',
  },
  compare: {
    zh: '安装前请核对：证书的 SHA-256 指纹应与服务器窗口里显示的一样。',
    en: 'Before installing, compare: the certificate’s SHA-256 fingerprint must be the one shown in the server’s window.',
  },
} satisfies Record<string, Both>

function inOne(language: 'zh' | 'en', facts: TrustFacts): string {
  const say = (name: keyof typeof TEXTS) => TEXTS[name][language]
  const { on, kind } = facts
  const other = language === 'zh' ? 'en' : 'zh'
  const href = on === null ? '' : escaped(on + facts.path)
  const isOwn = kind === 'own'
  const link =
    language === facts.first ? `<a href="#${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${say('other')}</a>` : ''
  return `<main id="${language}" lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<div class="head"><strong>入户 Doorstep</strong>${link}</div>
<h1>${say('title')}</h1>
<p>${say(isOwn ? 'lead' : 'school')}</p>
<p class="note note--grave if-clock" role="status">${say('clock')}</p>
${
  on === null
    ? `<p class="note">${say(facts.isOpen ? 'unnamed' : 'closed')}</p>`
    : `<p class="note note--good if-trusted" role="status">${say('trusted')}</p>
${isOwn ? `<p class="note if-untrusted" role="status">${say('untrusted')}</p>` : ''}
<div class="row"><a class="button button--main" href="${href}">${say('open')}</a>${isOwn ? `<a class="button unless-trusted" href="${CERTIFICATE_PATH}">${say('download')}</a>` : ''}</div>
<p class="quiet"><code>${href}</code></p>`
}
${isOwn && on !== null ? guide(language, facts) : ''}
</main>`
}

function guide(language: 'zh' | 'en', facts: TrustFacts): string {
  const say = (name: keyof typeof TEXTS) => TEXTS[name][language]
  const devices = DEVICES.map(
    ({ id, name, steps, note, forget }) => `<details${id === facts.device ? ' open' : ''}>
<summary>${name[language]}</summary>
<ol>${steps.map((step) => `<li>${picture(step.picture)}<span>${step[language]}</span></li>`).join('')}</ol>
${note ? `<p class="quiet">${note[language]}</p>` : ''}<p class="quiet">${say('forget')}${forget[language]}</p></details>`,
  ).join('\n')
  return `<h2>${say('choose')}</h2>
${devices}
<h2>${say('whatTitle')}</h2>
<p>${say('what')}</p>
<p>${say('compare')}</p>
<p><code>${facts.fingerprint ?? ''}</code></p>`
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
