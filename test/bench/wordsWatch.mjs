// Preloaded into a server that is measured: says on standard error when the sentence model's thread is ready, in milliseconds since the process
// began, and every half second how many bytes of memory the process holds.

import { syncBuiltinESMExports } from 'node:module'
import workerThreads from 'node:worker_threads'

const EVERY_MS = 500

const tell = (what, number) => process.stderr.write(`watch ${what} ${Math.round(number)}\n`)

if (workerThreads.isMainThread) {
  const { Worker } = workerThreads
  workerThreads.Worker = class extends Worker {
    constructor(code, options) {
      super(code, options)
      if (String(code).endsWith('/sentenceWorker.mjs'))
        this.on('message', ({ type }) => {
          if (type === 'ready') tell('ready', performance.now())
        })
    }
  }
  syncBuiltinESMExports()
  setInterval(() => tell('bytes', process.memoryUsage.rss()), EVERY_MS).unref()
}
