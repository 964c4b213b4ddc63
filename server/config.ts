import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PORT = 5180
const HTTPS_PORT = 5443
const HOST = '127.0.0.1'
/** The name this server gives itself on the network, before `.local`. */
const NAME = 'doorstep'

/** How a school's own model is asked: by OpenAI-compatible `/embeddings` or `/chat/completions`. */
const MODEL_KINDS = ['embed-http', 'chat-http'] as const
const MODEL_NAME_MAX = 120
const MODEL_KEY_MAX = 512

/** A better model of the school's own, on its own network, that gives a second opinion on free words (docs/own-model.md). */
export type ModelSettings = {
  /** The base, without a slash at its end: `http://192.168.1.20:11434/v1`. */
  url: string
  kind: (typeof MODEL_KINDS)[number]
  name: string
  /** A function, so that settings can be printed or logged without it. */
  key(): string | undefined
}

/** A school's own certificate: files in PEM. The chain up to its authority follows in the certificate's file. */
export type CertificateFiles = { cert: string; key: string }

export type Config = {
  /** Plain HTTP: the whole of it for this computer, only the page of trust for others. */
  port: number
  /** HTTPS, once the network is let in. */
  httpsPort: number
  host: string
  /** Given out over mDNS as `<name>.local`; null for not at all. */
  name: string | null
  /** Null: the server signs for itself, by an authority of its own. */
  certificate: CertificateFiles | null
  dataFolder: string
  databaseUrl: string | undefined
  /** A clock that is stepped by hand instead of the real one. Never in a school. */
  isTest: boolean
  locale: string
  /** The folder that holds `scenes/`. */
  root: string
  clientFolder: string
  /** What the recipes in `assets/` baked for the server. */
  modelsFolder: string
  /** Off unless somebody sets it up. */
  model: ModelSettings | null
}

/** Something in the environment that cannot be meant, in words for whoever started the server. */
export class BadSetting extends Error {
  readonly zh: string
  constructor(zh: string, en: string) {
    super(en)
    this.zh = zh
  }
}

/** The settings, all from environment variables, each with a default that suits one ordinary computer. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = readPort(env, 'DOORSTEP_PORT', PORT)
  const httpsPort = readPort(env, 'DOORSTEP_HTTPS_PORT', HTTPS_PORT)
  if (port === httpsPort && port !== 0)
    throw new BadSetting(
      `DOORSTEP_PORT 和 DOORSTEP_HTTPS_PORT 都是 ${port}；两个端口应不同。请改掉其中一个。`,
      `DOORSTEP_PORT and DOORSTEP_HTTPS_PORT are both ${port}; they must differ. Change one of them.`,
    )
  const root = resolve(env.DOORSTEP_ROOT || ROOT)
  return {
    port,
    httpsPort,
    host: env.DOORSTEP_HOST || HOST,
    name: readName(env.DOORSTEP_NAME ?? NAME),
    certificate: readCertificateFiles(env),
    dataFolder: resolve(env.DOORSTEP_DATA || join(ROOT, 'data')),
    databaseUrl: env.DATABASE_URL || undefined,
    isTest: env.DOORSTEP_TEST === '1',
    locale: env.DOORSTEP_LOCALE || 'cn',
    root,
    clientFolder: join(ROOT, 'dist', 'client'),
    modelsFolder: join(ROOT, 'assets', 'models'),
    model: readModel(env),
  }
}

function readPort(env: Record<string, string | undefined>, setting: string, usual: number): number {
  const port = env[setting] ?? String(usual)
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port)
  throw new BadSetting(
    `${setting} 应是 0 到 65535 的数，现在是“${port}”。`,
    `${setting} must be a number from 0 to 65535; it is "${port}".`,
  )
}

function readName(text: string): string | null {
  if (text === 'off') return null
  if (/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text)) return text
  throw new BadSetting(
    `DOORSTEP_NAME 应是小写字母、数字和连字符组成的名字（不带 .local），或 off，现在是“${text.slice(0, 80)}”。`,
    `DOORSTEP_NAME must be a name of small letters, digits and hyphens (without .local), or off; it is "${text.slice(0, 80)}".`,
  )
}

function readCertificateFiles(env: Record<string, string | undefined>): CertificateFiles | null {
  const { DOORSTEP_CERT: cert = '', DOORSTEP_KEY: key = '' } = env
  if (cert && key) return { cert: resolve(cert), key: resolve(key) }
  if (!cert && !key) return null
  const [there, missing] = cert ? ['DOORSTEP_CERT', 'DOORSTEP_KEY'] : ['DOORSTEP_KEY', 'DOORSTEP_CERT']
  throw new BadSetting(
    `设了 ${there} 却没有设 ${missing}；证书和私钥应成对。请补上，或两项都去掉。`,
    `${there} is set but ${missing} is not; a certificate and its key come together. Set both, or neither.`,
  )
}

/** Without DOORSTEP_MODEL_URL there is no such model, whatever else is set. */
function readModel(env: Record<string, string | undefined>): ModelSettings | null {
  if (!env.DOORSTEP_MODEL_URL) return null
  const key = env.DOORSTEP_MODEL_KEY || undefined
  // What was found is not shown: it may be nearly the key.
  if (key !== undefined && (key.length > MODEL_KEY_MAX || !/^[\x21-\x7e]+$/.test(key)))
    throw new BadSetting(
      `DOORSTEP_MODEL_KEY 里有空格、换行或非 ASCII 字符，或超过 ${MODEL_KEY_MAX} 个字符；应是模型服务给的密钥原文。请重新复制；不需要密钥时去掉这项设置。`,
      `DOORSTEP_MODEL_KEY holds a space, a line break or a character outside ASCII, or is longer than ${MODEL_KEY_MAX} characters; it must be the key exactly as the model's server gave it. Copy it again, or remove the setting if no key is needed.`,
    )
  return {
    url: readModelUrl(env.DOORSTEP_MODEL_URL),
    kind: readModelKind(env.DOORSTEP_MODEL_KIND ?? ''),
    name: readModelName(env.DOORSTEP_MODEL_NAME ?? ''),
    key: () => key,
  }
}

/** Its form only; that it lies on the school's own network is looked up when the server starts. Never shown whole: it may hold a secret. */
function readModelUrl(text: string): string {
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null
  if (!url)
    throw new BadSetting(
      'DOORSTEP_MODEL_URL 不是以 http:// 或 https:// 开头的完整网址；应像 http://192.168.1.20:11434/v1。请改正，或去掉这项设置。',
      'DOORSTEP_MODEL_URL is not a whole address that begins with http:// or https://; it must look like http://192.168.1.20:11434/v1. Correct it, or remove the setting.',
    )
  if (url.username || url.password || url.search || url.hash)
    throw new BadSetting(
      `DOORSTEP_MODEL_URL（${url.host}）里带有用户名、密码、“?”或“#”；应只有主机、端口和路径，如 http://192.168.1.20:11434/v1。请删去；密钥写在 DOORSTEP_MODEL_KEY。`,
      `DOORSTEP_MODEL_URL (${url.host}) holds a user name, a password, "?" or "#"; it must have only host, port and path, such as http://192.168.1.20:11434/v1. Take that out; a key goes into DOORSTEP_MODEL_KEY.`,
    )
  const path = url.pathname.replace(/\/+$/, '')
  return `${url.origin}${path || '/v1'}`
}

function readModelKind(text: string): ModelSettings['kind'] {
  const kind = MODEL_KINDS.find((one) => one === text)
  if (kind) return kind
  const found = JSON.stringify(text.slice(0, MODEL_NAME_MAX))
  throw new BadSetting(
    `DOORSTEP_MODEL_KIND 应是 ${MODEL_KINDS.join(' 或 ')}，现在是 ${found}。向量模型请写 embed-http，对话模型请写 chat-http。`,
    `DOORSTEP_MODEL_KIND must be ${MODEL_KINDS.join(' or ')}; it is ${found}. Write embed-http for an embedding model, chat-http for a chat model.`,
  )
}

function readModelName(text: string): string {
  // It goes into the log with every decision, so it must be something to read.
  if (text.trim() === text && text.length > 0 && text.length <= MODEL_NAME_MAX && !/\p{C}/u.test(text)) return text
  const found = JSON.stringify(text.slice(0, MODEL_NAME_MAX))
  throw new BadSetting(
    `DOORSTEP_MODEL_NAME 应是模型服务里的模型名，1 到 ${MODEL_NAME_MAX} 个字符，首尾没有空格，现在是 ${found}。请照模型服务列出的名字写。`,
    `DOORSTEP_MODEL_NAME must be the model's name on its server, 1 to ${MODEL_NAME_MAX} characters without a space at either end; it is ${found}. Write it as that server lists it.`,
  )
}
