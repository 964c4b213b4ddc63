// The server's entry: reads the environment, starts, says where to go, and stops in good order.
// Whatever goes wrong is told in one plain line of each language; the exit code says which of the known things it was.

const NODE_NEEDED = [20, 19] as const
const STOP_MS = 2_800

const EXIT = { failed: 1, portTaken: 2, dataFolder: 3, database: 4 } as const

function say(zh: string, en: string): void {
  console.log(`${zh} · ${en}`)
}

function complain(zh: string, en: string): void {
  console.error(`${zh}\n${en}`)
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor < NODE_NEEDED[1])) {
  complain(
    `需要 Node.js ${NODE_NEEDED.join('.')} 或更新版本，当前是 ${process.versions.node}。`,
    `Node.js ${NODE_NEEDED.join('.')} or newer is needed; this is ${process.versions.node}.`,
  )
  process.exit(EXIT.failed)
}

await main()

async function main(): Promise<void> {
  // Loaded only now: an old Node would stumble over these before it could be told why.
  const { BadSetting, readConfig } = await import('./config.ts')
  const { UnwritableFolder } = await import('./dataFolder.ts')
  const { startServer } = await import('./startServer.ts')
  const { DatabaseUnreachable } = await import('./storage/index.ts')

  let httpsPort = 0
  let host = ''
  try {
    const config = readConfig(process.env)
    httpsPort = config.httpsPort
    host = config.host
    const running = await startServer(config, complain)
    stopInGoodOrder(running)
    const { urlOf } = await import('./network/index.ts')
    const here = urlOf('http', 'localhost', running.port)
    say(`入户 已启动，请打开 ${here}`, `Doorstep is running; open ${here}`)
    await sayNetwork(running.network())
    if (config.isTest) say('测试模式：时钟由测试推进', 'test mode: the clock is stepped by hand')
    for (const { zh, en } of await running.brokenScenes) complain(zh, en)
  } catch (error) {
    process.exit(explain(error))
  }

  /** One line in each language for everything known; the rest names its kind. */
  function explain(error: unknown): number {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (error instanceof BadSetting) {
      complain(error.zh, error.message)
      return EXIT.failed
    }
    const port = error instanceof Error && 'port' in error ? Number(error.port) : 0
    const setting = port === httpsPort ? 'DOORSTEP_HTTPS_PORT' : 'DOORSTEP_PORT'
    if (code === 'EADDRINUSE') {
      complain(
        `端口 ${port} 已被占用：也许已经启动过一次。请关掉它，或用 ${setting} 换一个端口。`,
        `Port ${port} is taken: perhaps Doorstep is running already. Stop it, or choose another port with ${setting}.`,
      )
      return EXIT.portTaken
    }
    if (code === 'EACCES' && port > 0 && port < 1024) {
      complain(
        `没有权限使用端口 ${port}，请用 ${setting} 换一个 1024 以上的端口。`,
        `Port ${port} may not be used by this account; choose one above 1024 with ${setting}.`,
      )
      return EXIT.portTaken
    }
    if (code === 'EADDRNOTAVAIL') {
      complain(
        `本机没有地址 ${host}。请改 DOORSTEP_HOST：127.0.0.1 只供本机，0.0.0.0 供整个网络。`,
        `This computer has no address ${host}. Change DOORSTEP_HOST: 127.0.0.1 for this computer only, 0.0.0.0 for the network.`,
      )
      return EXIT.failed
    }
    if (error instanceof UnwritableFolder) {
      complain(
        `数据文件夹 ${error.folder} 不能写入（${error.code}）。请改权限，或用 DOORSTEP_DATA 指定一个可写的文件夹。`,
        `The data folder ${error.folder} cannot be written to (${error.code}). Change its permissions, or name another in DOORSTEP_DATA.`,
      )
      return EXIT.dataFolder
    }
    if (error instanceof DatabaseUnreachable) {
      complain(
        `数据库打不开（${error.message}）。请检查 DATABASE_URL 和数据库是否在运行；没有设置时检查数据文件夹。`,
        `The database cannot be opened (${error.message}). Check DATABASE_URL and that the database is running; without one, check the data folder.`,
      )
      return EXIT.database
    }
    complain(`没能启动：${kindOf(error)}。`, `Doorstep could not start: ${kindOf(error)}.`)
    return EXIT.failed
  }
}

/** How other devices get in: the page of trust, which leads on by itself, and the pages behind it. */
async function sayNetwork({
  isOpen,
  plain,
  secure,
  certificate,
}: import('./network/index.ts').NetworkFacts): Promise<void> {
  if (!isOpen) {
    say(
      '只有本机能打开；要让头显和同一网络的其他设备打开，请设 DOORSTEP_HOST=0.0.0.0 再启动',
      'only this computer can open it; for headsets and others on the network start with DOORSTEP_HOST=0.0.0.0',
    )
    return
  }
  for (const url of secure) say(`头显和其他设备：${url}`, `headsets and other devices: ${url}`)
  const [first] = plain
  if (first === undefined)
    say('没有找到网络地址，请检查网线或无线网', 'no network address was found; check the cable or the Wi-Fi')
  if (first === undefined || certificate?.kind !== 'own') return
  say(
    `每台设备第一次先打开 ${first} ，按提示信任一次`,
    `the first time on a device, open ${first} and let it trust this server`,
  )
  const { terminalQr } = await import('./network/index.ts')
  const qr = process.stdout.isTTY ? terminalQr(first, process.stdout.columns ?? 0) : null
  if (qr !== null) console.log(qr)
  say(`证书指纹（SHA-256）${certificate.fingerprint}`, 'the certificate’s fingerprint, to compare on the device')
}

function stopInGoodOrder(running: import('./startServer.ts').Running): void {
  let isStopping = false
  const stop = (code: number) => {
    // Asked twice, or too slow: at once. Nothing acknowledged can be lost by it.
    if (isStopping) process.exit(code || 1)
    isStopping = true
    setTimeout(() => process.exit(code || 1), STOP_MS).unref()
    running.close().then(
      () => process.exit(code),
      () => process.exit(EXIT.failed),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0))
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, (error) => {
      running.log.fatal({ kind: kindOf(error), stack: placesOf(error) }, 'the server stops after a fault')
      complain(
        '服务器出了差错，正在停止；已确认的内容都已保存。',
        'The server met a fault and is stopping; everything acknowledged is stored.',
      )
      stop(EXIT.failed)
    })
  }
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name
}

/** Where it happened, without the message: that may quote what somebody typed. */
function placesOf(error: unknown): string[] {
  return error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
}
