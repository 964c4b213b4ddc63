import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compilePublic, listScenes, loadResources, loadScene, type Problem, sceneHash } from '../../src/author/index.ts'
import type { FullScene, PublicScene, ResourceCard, Text } from '../../src/scene/index.ts'
import type { Store } from '../storage/index.ts'

/** What the list of scenes says of one. */
export type SceneCard = { id: string; title: Text; kind: Text; minutes: number; contentNote: Text; setting: Text }

/** A scene whose files cannot be used just now: where to look first, in both languages. */
export type BrokenScene = { id: string; zh: string; en: string }

export type Shelved = { hash: string; scene: FullScene }
type OnDisk = { signature: string; found: Shelved | BrokenScene }

export const isBroken = (found: Shelved | BrokenScene): found is BrokenScene => !('scene' in found)

/** Pinned versions kept in memory; the rest waits in the storage. */
const PINNED_MAX = 20

/**
 * The scenes as they stand on disk now, and the versions that sessions are played with. Files are read again when they changed,
 * so a teacher's edit is in the next session without a restart; a broken file breaks that scene and nothing else.
 */
export class Library {
  readonly #root: string
  readonly #store: Pick<Store, 'saveScene' | 'sceneByHash'>
  readonly #onDisk = new Map<string, OnDisk>()
  readonly #pinned = new Map<string, FullScene>()

  /** `root` is the folder that holds `scenes/`. */
  constructor(root: string, store: Pick<Store, 'saveScene' | 'sceneByHash'>) {
    this.#root = root
    this.#store = store
  }

  async list(): Promise<{ scenes: SceneCard[]; broken: BrokenScene[] }> {
    const all = await Promise.all(listScenes(this.#root).map((id) => this.get(id)))
    const found = all.filter((one) => one !== null)
    return {
      scenes: found.flatMap((one) => (isBroken(one) ? [] : [cardOf(one.scene)])),
      broken: found.filter(isBroken),
    }
  }

  /** The scene as it is on disk now; null when there is none of that name. */
  async get(id: string): Promise<Shelved | BrokenScene | null> {
    if (!listScenes(this.#root).includes(id)) return null
    const folder = join(this.#root, 'scenes', id)
    const signature = signatureOf(folder)
    const known = this.#onDisk.get(id)
    if (known?.signature === signature) return known.found
    const { scene, problems } = await loadScene(folder)
    const found = scene ? { hash: sceneHash(scene), scene } : brokenScene(id, problems)
    this.#onDisk.set(id, { signature, found })
    return found
  }

  /** Keeps this version, so that a session can always be played and looked back on as it began. */
  async pin({ hash, scene }: Shelved): Promise<void> {
    await this.#store.saveScene(hash, scene)
    this.#keep(hash, scene)
  }

  async pinned(hash: string): Promise<FullScene | null> {
    const known = this.#pinned.get(hash)
    if (known) return known
    const scene = await this.#store.sceneByHash(hash)
    if (scene) this.#keep(hash, scene)
    return scene
  }

  async pinnedPublic(hash: string): Promise<PublicScene | null> {
    const scene = await this.pinned(hash)
    return scene && { ...compilePublic(scene), hash }
  }

  async resources(locale: string): Promise<ResourceCard | null> {
    return (await loadResources(this.#root, locale)).card
  }

  #keep(hash: string, scene: FullScene): void {
    this.#pinned.set(hash, scene)
    for (const oldest of this.#pinned.keys()) {
      if (this.#pinned.size <= PINNED_MAX) break
      this.#pinned.delete(oldest)
    }
  }
}

function cardOf({ id, title, kind, card }: FullScene): SceneCard {
  return { id, title, kind, minutes: card.minutes, contentNote: card.contentNote, setting: card.setting }
}

function brokenScene(id: string, problems: readonly Problem[]): BrokenScene {
  const errors = problems.filter(({ level }) => level === 'error')
  const [first] = errors
  if (!first) return { id, zh: `场景 ${id} 读不出来。`, en: `Scene ${id} cannot be read.` }
  const place = `${first.file}:${first.line} ${first.code}`
  return {
    id,
    zh: `场景 ${id} 暂时不能使用：共 ${errors.length} 处错误，第一处在 ${place}：${first.zh}`,
    en: `Scene ${id} cannot be used just now: ${errors.length} error(s), the first at ${place}: ${first.en}`,
  }
}

/** Changes when any file of the scene does: names, sizes and times, without reading them. */
function signatureOf(folder: string): string {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        const { mtimeMs, size } = statSync(path)
        return `${path} ${mtimeMs} ${size}`
      })
      .sort()
      .join('\n')
  } catch {
    // A file that vanished while we looked: read the folder afresh.
    return `unreadable ${Date.now()}`
  }
}
