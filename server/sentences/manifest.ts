import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { TOKENIZER_VERSION } from './Tokenizer.ts'

const Part = z.object({ file: z.string(), bytes: z.int(), sha256: z.string().length(64) })

/** What lies in the folder of the model, and how one knows that it is whole; written by the recipe. */
export const Manifest = z.object({ dimensions: z.literal(384), model: Part, tokenizer: Part })
export type Manifest = z.infer<typeof Manifest>

export async function readManifest(folder: string): Promise<Manifest> {
  return Manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
}

/** A file of the model as bytes; throws when it is not the one the recipe wrote. */
export async function readPart(folder: string, part: Manifest['model']): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readFile(join(folder, part.file))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== part.sha256) throw new DamagedPart(part.file)
  return bytes
}

/** A file of the model is there and not as it should be. */
export class DamagedPart extends Error {
  constructor(file: string) {
    super(`${file} is not the file that manifest.json describes`)
  }
}

/** All that a vector depends on besides its sentence: vectors made otherwise are not compared with these. */
export async function makerOf(manifest: Manifest): Promise<string> {
  const { model, tokenizer } = manifest
  return [model.sha256, tokenizer.sha256, TOKENIZER_VERSION, await runtimeVersion()].join(' ')
}

async function runtimeVersion(): Promise<string> {
  // The package does not export its own package.json; it lies a folder above the file that is imported.
  const entry = createRequire(import.meta.url).resolve('onnxruntime-web')
  const { version } = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string
  }
  return `onnxruntime-web ${version}`
}
