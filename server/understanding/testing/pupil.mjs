// Stands in for the thread that learns: what it is asked it takes for the row "learnt N times". At "die" it ends, as from lack of memory;
// a scene whose hash is "too much" ends it while it learns, one whose hash is "endless" is never learnt.
import { parentPort } from 'node:worker_threads'

const learnt = new Map()

parentPort.on('message', ({ type, id, hash, heard }) => {
  if (heard?.text === 'die' || hash === 'too much') throw new Error('out of memory')
  if (hash === 'endless') return
  if (type === 'learn') learnt.set(hash, (learnt.get(hash) ?? 0) + 1)
  const row = `learnt ${learnt.get(hash)}`
  const understanding = learnt.has(hash) ? { row, confidence: 1, isClear: true, candidates: [] } : null
  parentPort.postMessage({ id, understanding })
})
