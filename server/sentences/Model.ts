import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { env, InferenceSession, Tensor } from 'onnxruntime-web'
import { readManifest, readPart } from './manifest.ts'
import { Tokenizer, TokenizerFile } from './Tokenizer.ts'

/** Makes a sentence's vector, 384 numbers of length 1. One sentence at a time. */
export type Model = { embed(text: string): Promise<Float32Array> }

/**
 * Loads the model from its folder; throws when a file is not the right one, or when there is no WebAssembly to be had.
 * The runtime is given its wasm as bytes, and so asks the network for nothing.
 */
export async function loadModel(folder: string): Promise<Model> {
  const manifest = await readManifest(folder)
  const tokenizerBytes = await readPart(folder, manifest.tokenizer)
  const tokenizer = new Tokenizer(TokenizerFile.parse(JSON.parse(new TextDecoder().decode(tokenizerBytes))))
  const modelBytes = await readPart(folder, manifest.model)
  const wasm = createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')
  env.wasm.wasmBinary = await readFile(wasm)
  env.wasm.numThreads = 1
  env.logLevel = 'error'
  const session = await InferenceSession.create(modelBytes, { executionProviders: ['wasm'] })
  // Compiled by now; the thread lives long, and these are 14 MB.
  env.wasm.wasmBinary = undefined
  const embed = async (text: string): Promise<Float32Array> => {
    const ids = tokenizer.encode(text)
    // One sentence a run: activations are scaled over the whole batch, so company would change the vector.
    const { vector } = await session.run({
      ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
      mask: new Tensor('float32', new Float32Array(ids.length).fill(1), [1, ids.length]),
    })
    if (!vector) throw new Error('the model gave no vector')
    const data = vector.data as Float32Array
    if (!data.every(Number.isFinite)) throw new Error('the model gave no numbers')
    return data
  }
  // The first run makes room for all others; a live sentence should not wait for it.
  await embed('')
  return { embed }
}
