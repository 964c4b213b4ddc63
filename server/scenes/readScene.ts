import { compilePublic, loadScene, type Problem, sceneHash } from '../../src/author/index.ts'
import type { FullScene, PublicScene } from '../../src/scene/index.ts'

/** A scene ready to be played: its version's hash, all of it, and what browsers may have. */
export type Shelved = { hash: string; scene: FullScene; forBrowsers: PublicScene }

/** What reading a scene's folder came to: plain data, so that it can cross between threads. */
export type Read = { shelved: Shelved | null; errors: Pick<Problem, 'file' | 'line' | 'code' | 'zh' | 'en'>[] }

export async function readScene(folder: string): Promise<Read> {
  const { scene, problems } = await loadScene(folder, { hasAdvice: false })
  const errors = problems
    .filter(({ level }) => level === 'error')
    .map(({ file, line, code, zh, en }) => ({ file, line, code, zh, en }))
  return { shelved: scene && shelved(scene), errors }
}

export const shelved = (scene: FullScene, hash = sceneHash(scene)): Shelved => ({
  hash,
  scene,
  forBrowsers: { ...compilePublic(scene), hash },
})
