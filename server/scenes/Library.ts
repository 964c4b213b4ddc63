import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { listScenes, loadResources } from '../../src/author/index.ts'
import type { FullScene, ResourceCard, Text } from '../../src/scene/index.ts'
import type { Store } from '../storage/index.ts'
import { type Read, type Shelved, shelved } from './readScene.ts'
import { readSceneAside } from './readSceneAside.ts'

/** What the list of scenes says of one. */
export type SceneCard = { id: string; title: Text; kind: Text; minutes: number; contentNote: Text; setting: Text }

/** A scene whose files cannot be used just now: where to look first, in both languages. */
export type BrokenScene = { id: string; zh: string; en: string }

export const isBroken = (found: Shelved | BrokenScene): found is BrokenScene => !('scene' in found)

/** Pinned versions kept in memory; the rest waits in the storage. */
const PINNED_MAX = 20

type Kept = Pick<Store, 'saveScene' | 'sceneByHash'>
type OnDisk = { signature: string; found: Promise<Shelved | BrokenScene> }

/**
 * The scenes as they stand on disk now, and the versions that sessions are played with. Files are read again when they changed,
 * so a teacher's edit is in the next session without a restart; a broken file breaks that scene and nothing else.
 */
export class Library {
  readonly #root: string
  readonly #store: Kept
  readonly #onDisk = new Map<string, OnDisk>()
  readonly #pinned = new Map<string, Shelved>()

  /** `root` is the folder that holds `scenes/`. */
  constructor(root: string, store: Kept) {
    this.#root = root
    this.#store = store
  }

  /** Names of the folders that hold scenes, without reading them. */
  names(): string[] {
    return listScenes(this.#root)
  }

  async list(): Promise<{ scenes: SceneCard[]; broken: BrokenScene[] }> {
    const all = await Promise.all(this.names().map((id) => this.get(id)))
    const found = all.filter((one) => one !== null)
    return {
      scenes: found.flatMap((one) => (isBroken(one) ? [] : [cardOf(one.scene)])),
      broken: found.filter(isBroken),
    }
  }

  /** The scene as it is on disk now; null when there is none of that name. */
  async get(id: string): Promise<Shelved | BrokenScene | null> {
    if (!this.names().includes(id)) return null
    const folder = join(this.#root, 'scenes', id)
    const signature = signatureOf(folder)
    const known = this.#onDisk.get(id)
    if (known?.signature === signature) return known.found
    const found = readSceneAside(folder).then(
      (read) => read.shelved ?? brokenScene(id, read.errors),
      () => {
        // The thread failed, not the scene: the next to ask tries again.
        this.#onDisk.delete(id)
        return brokenScene(id, [])
      },
    )
    this.#onDisk.set(id, { signature, found })
    return found
  }

  /** Keeps this version, so that a session can always be played and looked back on as it began. */
  async pin(version: Shelved): Promise<void> {
    await this.#store.saveScene(version.hash, version.scene)
    this.#keep(version)
  }

  /** The version a session is played with, or null when it is lost. */
  async pinned(hash: string): Promise<Shelved | null> {
    const known = this.#pinned.get(hash)
    if (known) return known
    const scene = await this.#store.sceneByHash(hash)
    if (!scene) return null
    const version = shelved(scene, hash)
    this.#keep(version)
    return version
  }

  async resources(locale: string): Promise<ResourceCard | null> {
    return (await loadResources(this.#root, locale)).card
  }

  #keep(version: Shelved): void {
    this.#pinned.set(version.hash, version)
    for (const oldest of this.#pinned.keys()) {
      if (this.#pinned.size <= PINNED_MAX) break
      this.#pinned.delete(oldest)
    }
  }
}

function cardOf({ id, title, kind, card }: FullScene): SceneCard {
  return { id, title, kind, minutes: card.minutes, contentNote: card.contentNote, setting: card.setting }
}

function brokenScene(id: string, errors: Read['errors']): BrokenScene {
  const [first] = errors
  if (!first) return { id, zh: `场景 ${id} 读不出来。`, en: `Scene ${id} cannot be read.` }
  // Which file and line, for the teacher; never where the server keeps it, nor what stands there (decisions D.1).
  const place = `${id}/${basename(dirname(first.file)) === id ? '' : `${basename(dirname(first.file))}/`}${basename(first.file)}:${first.line} ${first.code}`
  return {
    id,
    zh: `场景 ${id} 暂时不能使用：共 ${errors.length} 处错误，第一处在 ${place}。请运行 npm run scenes 看详情。`,
    en: `Scene ${id} cannot be used just now: ${errors.length} error(s), the first at ${place}. npm run scenes says more.`,
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
