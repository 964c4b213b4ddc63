import type { Locator } from 'playwright-core'
import type { Trainee } from './Trainee.ts'

/** What the program made of typed words: took them for a line, asked whether that line was meant, or did not understand. */
export type Heard = { how: 'taken' | 'asked'; as: string } | { how: 'missed' }

/** How often typed sentences came across. `astray`: taken for another line than was meant, or asked about another. */
export type Tally = { atOnce: number; afterYes: number; astray: number; missed: number }

/** What a person needs to think of other words; short enough that no timed event passes by meanwhile. */
const RETHINKS_MS = 3000

/** A trainee who types all they say, in text mode, where the conversation stands on the screen. */
export class OwnWords {
  readonly tally: Tally = { atOnce: 0, afterYes: 0, astray: 0, missed: 0 }
  /** Sentence by sentence, for whoever wants to know why a figure is as it is. */
  readonly strayed: string[] = []
  readonly meant: string[] = []
  /** Session time that went by while other words were sought. */
  spentMs = 0
  readonly #trainee: Trainee

  constructor(trainee: Trainee) {
    this.#trainee = trainee
  }

  /** Typed and sent, until it shows what became of it. */
  async type(words: string): Promise<Heard> {
    await this.#trainee.types(words)
    const said = this.#said(words)
    const asked = this.question
    const missed = this.missed(words)
    await said.or(asked).or(missed).first().waitFor()
    if ((await asked.count()) > 0) return { how: 'asked', as: (await asked.locator('h3').textContent()) ?? '' }
    return (await said.count()) > 0 ? { how: 'taken', as: await this.#takenFor(said) } : { how: 'missed' }
  }

  /** Says a line in one's own words, and in others until it comes across. Whatever was taken for something else is denied or taken back. */
  async say(row: string, wordings: readonly string[]): Promise<boolean> {
    const lines = this.#trainee.wordingsOf(row)
    for (const words of wordings) {
      const heard = await this.type(words)
      const isMeant = heard.how !== 'missed' && lines.includes(heard.as)
      this.#count(row, words, heard, isMeant)
      if (heard.how === 'asked') await this.answer(isMeant, words)
      else if (heard.how === 'taken' && !isMeant) await this.takeBack(words)
      if (isMeant) return true
      await this.standsBySaying()
      await this.#trainee.step(RETHINKS_MS)
      this.spentMs += RETHINKS_MS
    }
    return false
  }

  /** The question whether this was meant. */
  get question(): Locator {
    const { page } = this.#trainee
    return page.locator('.prompt--ask', {
      has: page.getByRole('button', { name: this.#trainee.say('talk.confirmYes') }),
    })
  }

  /** The lines that are offered when nothing was understood twice. */
  get candidates(): Locator {
    const { page } = this.#trainee
    return page.locator('.prompt--ask', { has: page.getByRole('button', { name: this.#trainee.say('talk.asSaid') }) })
  }

  /** The note that words were not understood. */
  missed(words: string): Locator {
    return this.#stage('.transcript__line--note').filter({ hasText: words })
  }

  /** By the question's own keys, which it shows. */
  async answer(isMeant: boolean, words: string): Promise<void> {
    await this.#trainee.page.keyboard.press(isMeant ? 'y' : 'n')
    await this.#trainee.stored()
    await (isMeant ? this.#said(words) : this.missed(words)).first().waitFor()
  }

  /** Esc leaves the question open: it stands aside, and comes back when it is wanted. */
  async putsAside(): Promise<void> {
    const { page } = this.#trainee
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await this.question.waitFor({ state: 'detached' })
    await this.#trainee.button(this.#trainee.say('talk.answerNow')).click()
    await this.question.waitFor()
  }

  async takeBack(words: string): Promise<void> {
    const { page } = this.#trainee
    await page.locator('.visit__take-back').getByRole('button').click()
    await this.#trainee.stored()
    await this.#stage('.transcript__line[data-gone]').filter({ hasText: words }).first().waitFor()
  }

  /** "Just as I said it", where lines are offered instead. */
  async standsBySaying(): Promise<void> {
    if ((await this.candidates.count()) === 0) return
    await this.candidates.getByRole('button', { name: this.#trainee.say('talk.asSaid') }).click()
    await this.candidates.waitFor({ state: 'detached' })
  }

  #count(row: string, words: string, heard: Heard, isMeant: boolean): void {
    if (isMeant) {
      this.tally[heard.how === 'taken' ? 'atOnce' : 'afterYes']++
      this.meant.push(words)
      return
    }
    this.tally[heard.how === 'missed' ? 'missed' : 'astray']++
    this.strayed.push(`${row} ${words} → ${heard.how === 'missed' ? '?' : `${heard.how}: ${heard.as}`}`)
  }

  #stage(lines: string): Locator {
    return this.#trainee.page.locator('.text-stage .transcript').locator(lines)
  }

  #said(words: string): Locator {
    return this.#stage('.transcript__line--own, .transcript__line--action').filter({ hasText: words })
  }

  async #takenFor(said: Locator): Promise<string> {
    const text = (await said.last().locator('.transcript__as').textContent()) ?? ''
    const [before = '', after = ''] = this.#trainee.say('transcript.understoodAs').split('{{line}}')
    return text.slice(before.length, text.length - after.length).trim()
  }
}

/** The share of typed sentences that came across, at once or after a yes. */
export function shareUnderstood({ atOnce, afterYes, astray, missed }: Tally): number {
  return (atOnce + afterYes) / (atOnce + afterYes + astray + missed)
}
