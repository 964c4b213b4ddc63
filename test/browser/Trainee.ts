import type { Locator, Page } from 'playwright-core'
import { en } from '../../src/i18n/en.ts'
import { type Key, zh } from '../../src/i18n/zh.ts'
import type { FullScene, Language, Text } from '../../src/scene/index.ts'
import type { DocumentFields } from '../../src/sim/index.ts'

const PATIENCE_MS = 20_000

/** A trainee at a desktop: does with mouse and keyboard what a rehearsal does by name, and waits until each act is stored. */
export class Trainee {
  readonly page: Page
  readonly url: string
  readonly scene: FullScene
  readonly lang: Language

  constructor(page: Page, url: string, scene: FullScene, lang: Language) {
    this.page = page
    this.url = url
    this.scene = scene
    this.lang = lang
    page.setDefaultTimeout(PATIENCE_MS)
  }

  say(key: Key): string {
    return (this.lang === 'zh' ? zh : en)[key]
  }

  pick(text: Text): string {
    return text[this.lang]
  }

  button(name: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: false })
  }

  /** A command of the dock; its accessible name ends with its key. */
  command(key: Key): Locator {
    return this.page.locator('.dock').getByRole('button', { name: new RegExp(`^${escaped(this.say(key))}`) })
  }

  /** Presses a command, on a small screen behind "more" where it lies there. */
  async press(key: Key): Promise<void> {
    if (!(await this.command(key).isVisible())) {
      const more = this.command('touch.more')
      if (await more.isVisible()) await more.click()
    }
    await this.command(key).click()
  }

  /** Lets the server's clock go on, and with it the session's if it runs. */
  async step(ms: number): Promise<void> {
    if (ms <= 0) return
    const response = await fetch(`${this.url}/api/test/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advanceMs: ms }),
    })
    if (!response.ok) throw new Error(`the clock did not step: ${response.status}`)
  }

  /** Until every act of this page has its answer. */
  async stored(): Promise<void> {
    await this.page.waitForFunction(
      () => !Object.keys(sessionStorage).some((key) => key.startsWith('doorstep.unsent.')),
    )
    await this.page.waitForTimeout(30)
  }

  async introduce(name: string): Promise<void> {
    await this.page.goto(this.url)
    await this.writesName(name)
  }

  /** On the start page that is open. */
  async writesName(name: string): Promise<void> {
    await this.speak()
    await this.page.getByLabel(this.say('start.nameLabel')).fill(name)
    await this.button(this.say('start.nameGo')).click()
    await this.page.getByText(this.say('start.hello').replace('{{name}}', name)).waitFor()
  }

  /** Sees to it that the screens are in this trainee's language. */
  async speak(): Promise<void> {
    const wanted = this.lang === 'zh' ? 'zh-CN' : 'en'
    if ((await this.page.locator('html').getAttribute('lang')) !== wanted)
      await this.button(this.lang === 'zh' ? '中文' : 'English')
        .first()
        .click()
  }

  /** Goes by text and buttons instead of the picture, from now on. */
  async byText(): Promise<void> {
    await this.page.evaluate(() => localStorage.setItem('doorstep.text-mode', 'on'))
    await this.page.reload()
  }

  /** Start page → pre-brief → preparation. */
  async choose(seed?: string): Promise<void> {
    if (seed) await this.page.goto(`${this.url}/scene/${this.scene.id}?seed=${seed}`)
    else
      await this.page
        .getByRole('link', { name: this.say('start.open') })
        .first()
        .click()
    await this.page.getByText(this.pick(this.scene.card.contentNote)).waitFor()
    await this.page.getByText(this.pick(this.scene.card.fiction)).waitFor()
    const start = this.page.getByRole('button', {
      name: new RegExp(`^(${escaped(this.say('scene.start'))}|${escaped(this.say('scene.full'))})`),
    })
    await start.first().click()
    await this.page
      .getByRole('heading', { name: this.say('prepare.title') })
      .first()
      .waitFor()
  }

  async prepare(options: readonly string[]): Promise<void> {
    for (const id of options) {
      const option = this.scene.preparation.options.find((one) => one.id === id)
      if (option)
        await this.page
          .locator('label', { hasText: this.pick(option.text) })
          .locator('input')
          .check()
    }
    await this.button(this.say('prepare.do')).click()
    await this.stored()
  }

  async arrive(): Promise<void> {
    await this.button(this.say('prepare.go')).click()
    await this.stored()
    await this.command('do.talk').waitFor()
  }

  /** Opens the fan, asks for the rest of the lines where needed, and chooses. After the visit there is no fan: what is left to do stands on the screen. */
  async choosesLine(row: string): Promise<void> {
    const wordings = this.wordingsOf(row)
    if ((await this.page.locator('.dock').count()) === 0) {
      await this.page
        .getByRole('button', { name: new RegExp(wordings.map(escaped).join('|')) })
        .first()
        .click()
      await this.stored()
      return
    }
    await this.command('do.talk').click()
    await this.stored()
    const fan = this.page.locator('.fan')
    const line = fan.locator('.fan__line').filter({ hasText: new RegExp(`(${wordings.map(escaped).join('|')})\\s*$`) })
    await fan.waitFor()
    if ((await line.count()) === 0) await this.button(this.say('do.more'), fan).click()
    await line.first().click()
    await this.stored()
  }

  wordingsOf(id: string): string[] {
    const row = this.scene.dialogue.flatMap((part) => part.rows).find((one) => one.id === id)
    if (!row) throw new Error(`no row ${id}`)
    return [row.text, ...(row.short ? [row.short] : []), ...row.variants.map((one) => one.text)].map((text) =>
      this.pick(text),
    )
  }

  /** The list of things in sight, which does all that aiming in the picture does. */
  async thing(id: string, what: 'look' | 'approach' | 'ask' | 'open'): Promise<void> {
    const { things, doors } = this.scene.place
    const text = things.find((one) => one.id === id)?.label ?? doors.find((one) => one.id === id)?.name
    if (!text) throw new Error(`${id} has no name to find it by`)
    await this.panel('do.sight')
    const item = this.page
      .locator('.panel .sight > li')
      .filter({ has: this.page.getByText(this.pick(text), { exact: true }) })
      .first()
    const label = { look: 'aim.look', approach: 'aim.approach', open: 'aim.open', ask: 'aim.ask' } as const
    const isDoor = doors.some((one) => one.id === id)
    await this.button(this.say(what === 'open' && isDoor ? 'aim.openDoor' : label[what]), item)
      .first()
      .click()
    await this.stored()
    await this.closePanel()
  }

  /** That the transcript has what was said, in whichever wording it was offered. */
  async findInTranscript(rows: readonly string[]): Promise<void> {
    await this.panel('do.transcript')
    for (const row of rows) {
      const wording = new RegExp(this.wordingsOf(row).map(escaped).join('|'))
      await this.page.locator('.panel').getByText(wording).first().waitFor()
    }
  }

  async go(to: string): Promise<void> {
    const { rooms, spots } = this.scene.place
    const spot = spots.find((one) => one.id === to)
    const room = rooms.find((one) => one.id === to || one.spot === to)
    await this.panel('do.places')
    const name = spot?.isExit ? this.say('places.exit') : room ? this.pick(room.name) : null
    if (name === null) throw new Error(`${to} cannot be gone to by name`)
    const button = this.button(name, this.page.locator('.panel'))
    if (await button.first().isEnabled()) await button.first().click()
    await this.stored()
    await this.closePanel()
  }

  async answer(event: string, reaction: string): Promise<void> {
    const shape = this.scene.events.find((one) => one.id === event)
    const found = shape?.reactions.find((one) => one.id === reaction)
    const row = this.scene.dialogue.flatMap((part) => part.rows).find((one) => one.id === found?.as)
    const text = row?.text ?? found?.text
    if (!text) throw new Error(`no reaction ${reaction} to ${event}`)
    await this.button(this.pick(text), this.page.locator('.prompts')).first().click()
    await this.stored()
  }

  async types(words: string): Promise<void> {
    await this.command('do.type').click()
    await this.page.locator('.fan textarea').fill(words)
    await this.page.keyboard.press('Enter')
    await this.stored()
  }

  async rate(
    id: string,
    level: 'unlikely' | 'possible' | 'likely',
    supports: readonly string[],
    against: readonly string[],
    alternative = '',
  ): Promise<void> {
    const hypothesis = this.scene.hypotheses.find((one) => one.id === id)
    if (!hypothesis) throw new Error(`no hypothesis ${id}`)
    await this.notebook('notebook.hypotheses')
    const paper = this.paperTitled(this.pick(hypothesis.statement))
    await open(paper)
    await paper
      .locator('.choice', { hasText: new RegExp(`^${escaped(this.say(`notebook.${level}`))}$`) })
      .first()
      .locator('input')
      .check()
    for (const [side, ids] of [
      ['for', supports],
      ['against', against],
    ] as const)
      for (const cited of ids) {
        const cite = paper
          .locator('.cites__one')
          .filter({ hasText: this.citedAs(cited) })
          .first()
        await cite
          .locator('.choice', { hasText: new RegExp(`^${escaped(this.say(`notebook.${side}`))}$`) })
          .locator('input')
          .check()
      }
    if (alternative) await paper.locator('textarea').fill(alternative)
    await this.save(paper)
  }

  /** How something noticed or heard stands in the notebook: what was told stands there in the wording it was told in. */
  citedAs(id: string): RegExp {
    const cue = this.scene.cues.find((one) => one.id === id)
    const event = this.scene.events.find((one) => one.id === id)
    const told = this.scene.dialogue.flatMap((part) => part.disclosures).find((one) => one.id === id)
    const heard = told?.texts.flatMap((one) => [one.text, ...(one.also ?? [])])
    const texts = cue ? [cue.name] : event ? [event.title] : heard
    if (!texts) throw new Error(`${id} cannot be cited`)
    return new RegExp(texts.map((text) => escaped(this.pick(text))).join('|'))
  }

  async write(id: string, fields: DocumentFields): Promise<void> {
    const document = this.scene.documents.find((one) => one.id === id)
    if (!document) throw new Error(`no document ${id}`)
    const paper = this.paperTitled(this.pick(document.title))
    await open(paper)
    for (const field of document.fields) {
      const value = fields[field.id]
      if (value === undefined) continue
      const label = new RegExp(escaped(this.pick(field.label)))
      if (typeof value === 'boolean' || field.kind === 'yes-no') {
        const isYes = value === true || value === 'yes'
        const group = paper.getByRole('group', { name: label }).first()
        await group
          .locator('.choice', { hasText: this.say(isYes ? 'common.yes' : 'common.no') })
          .first()
          .locator('input')
          .check()
      } else if (Array.isArray(value))
        await this.fillRows(paper.getByRole('group', { name: label }).first(), field.columns, value)
      else if (field.kind === 'choice') await paper.getByLabel(label).first().selectOption(value)
      else await paper.getByLabel(label).first().fill(value)
    }
    await this.save(paper)
  }

  private async fillRows(
    group: Locator,
    columns: FullScene['documents'][number]['fields'][number]['columns'],
    rows: Record<string, string>[],
  ): Promise<void> {
    for (const [at, row] of rows.entries()) {
      if ((await group.locator('.rows__row').count()) <= at) await this.button(this.say('doc.addRow'), group).click()
      const cells = group.locator('.rows__row').nth(at)
      for (const column of columns)
        if (row[column.id])
          await cells
            .getByLabel(this.pick(column.label))
            .first()
            .fill(row[column.id] ?? '')
    }
  }

  async reason(id: string, option: string, words: string): Promise<void> {
    const dilemma = this.scene.dilemmas.find((one) => one.id === id)
    const chosen = dilemma?.options.find((one) => one.id === option)
    if (!dilemma || !chosen) throw new Error(`no option ${option} of ${id}`)
    const sheet = this.page
      .locator('section.sheet', { has: this.page.getByText(this.pick(dilemma.text), { exact: true }) })
      .last()
    await sheet
      .locator('.choice', { hasText: this.pick(chosen.text) })
      .locator('input')
      .check()
    await sheet.locator('textarea').fill(words)
    await this.save(sheet)
  }

  async leave(): Promise<void> {
    await this.press('do.leave')
    await this.button(this.say('leave.go')).click()
    await this.stored()
    await this.page.getByRole('heading', { name: this.say('after.title') }).waitFor()
  }

  async finish(): Promise<void> {
    await this.button(this.say('after.finish')).first().click()
    await this.button(this.say('after.finishGo')).last().click()
    await this.page.waitForURL(/debrief|session/)
  }

  /** In the visit the notebook is a side panel; afterwards its pages stand on the screen. */
  private async notebook(page: Key): Promise<void> {
    if ((await this.page.locator('.dock').count()) === 0) return
    await this.panel('do.notebook')
    await this.page.getByRole('tab', { name: new RegExp(`^${escaped(this.say(page))}`) }).click()
  }

  /** From the closing card to the debrief, unless it is there already. */
  async lookBack(): Promise<void> {
    const way = this.page
      .getByRole('link', { name: this.say('ended.debrief') })
      .or(this.button(this.say('ended.debrief')))
    if ((await way.count()) > 0) await way.first().click()
    await this.page.getByText(this.say('debrief.hint')).first().waitFor()
  }

  /** Opens a side panel unless it is open. */
  async panel(key: Key): Promise<void> {
    const open = this.page.locator('.panel')
    if ((await open.count()) > 0 && (await open.getAttribute('aria-label')) === this.say(key)) return
    await this.closePanel() // in a small window an open panel lies over the tools
    await this.press(key)
    await open.waitFor()
  }

  async closePanel(): Promise<void> {
    const open = this.page.locator('.panel')
    if ((await open.count()) > 0) await this.button(this.say('common.close'), open.locator('.panel__head')).click()
  }

  private paperTitled(title: string): Locator {
    return this.page.locator('details.paper', { has: this.page.locator('.paper__title', { hasText: title }) }).last()
  }

  private async save(within: Locator): Promise<void> {
    await within
      .getByRole('button', { name: this.say('common.save'), exact: true })
      .last()
      .click()
    await this.stored()
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

async function open(details: Locator): Promise<void> {
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click()
}
