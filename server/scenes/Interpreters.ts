import type { FullScene } from '../../src/scene/index.ts'
import { type Heard, train, type Understanding, understand, type WordsModel } from '../../src/words/index.ts'

/** Trained matchers kept in memory, one for each version of a scene that is being played. */
const KEPT_MAX = 8

/** Understands free words by the scene a session is played with; each version is learned once. */
export class Interpreters {
  readonly #models = new Map<string, WordsModel>()

  understand(hash: string, scene: FullScene, heard: Heard): Understanding {
    return understand(this.#modelOf(hash, scene), heard)
  }

  #modelOf(hash: string, scene: FullScene): WordsModel {
    const known = this.#models.get(hash)
    if (known) return known
    const model = train(scene)
    this.#models.set(hash, model)
    for (const oldest of this.#models.keys()) {
      if (this.#models.size <= KEPT_MAX) break
      this.#models.delete(oldest)
    }
    return model
  }
}
