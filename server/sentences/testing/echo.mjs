// Stands in for the model: a vector that tells which sentence it is of. At "die" the thread ends, as from lack of memory.
import { parentPort } from 'node:worker_threads'

parentPort.on('message', ({ id, text }) => {
  if (text === 'die') throw new Error('out of memory')
  const vector = new Float32Array(384)
  vector[text.length] = 1
  parentPort.postMessage({ type: 'vector', id, vector })
})
parentPort.postMessage({ type: 'ready' })
