// Learns scenes' words and understands by them on a thread of its own, so that rooms go on meanwhile.
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

// A worker does not inherit the loader for TypeScript on Node 20.
register()
const { answerWords } = await import('./answerWords.ts')
answerWords(parentPort)
