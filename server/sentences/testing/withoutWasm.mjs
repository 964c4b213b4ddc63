import './noWasm.mjs'

await import('../sentenceWorker.mjs')
