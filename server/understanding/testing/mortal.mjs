// The thread that learns, as it is, except that "die" ends it before it can answer, as from lack of memory.
import { parentPort } from 'node:worker_threads'

const on = parentPort.on.bind(parentPort)
parentPort.on = (type, listener) =>
  on(type, (asked) => {
    if (asked.heard?.text === 'die') throw new Error('out of memory')
    listener(asked)
  })
await import('../wordsWorker.mjs')
