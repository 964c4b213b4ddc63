import type { Browser } from 'playwright-core'
import type { FullScene } from '../../src/scene/index.ts'
import { overlap } from './fits.ts'
import { Phone, type PhoneOptions } from './phones.ts'
import { Trainee } from './Trainee.ts'

/** A trainee with a phone in the hand: every press is a finger's, and words are written on glass. */
export class PhoneTrainee extends Trainee {
  readonly phone: Phone

  private constructor(phone: Phone, url: string, scene: FullScene, options: PhoneOptions) {
    super(phone.page, url, scene, options.lang)
    this.phone = phone
  }

  static async open(browser: Browser, url: string, scene: FullScene, options: PhoneOptions): Promise<PhoneTrainee> {
    return new PhoneTrainee(await Phone.open(browser, url, options), url, scene, options)
  }

  /** Past the one sentence that tells a newcomer what fingers do. */
  async readsTip(): Promise<void> {
    await this.button(this.say('touch.tipRead')).click()
    await this.page.locator('.touch-tip').waitFor({ state: 'detached' })
  }

  /** Writes with the keyboard over half the screen, and sends by its button: the box, the button and what she said last stay in view. */
  override async types(words: string): Promise<void> {
    const { page, phone } = this
    await this.press('do.type')
    await phone.keyboard(true)
    const box = page.locator('.fan textarea')
    must(
      await box.evaluate((one) => one === document.activeElement),
      'the box has the focus, so that the keyboard comes',
    )
    await box.fill(words)
    const send = this.button(this.say('talk.send'), page.locator('.fan'))
    must(await phone.sees(box), 'the box stands above the keyboard')
    must(await phone.sees(send), 'the button that sends stands above the keyboard')
    must(!(await overlap(page, '.captions', '.fan')), 'the box lies over no caption')
    await send.click()
    await phone.keyboard(false)
    await this.stored()
  }

  /** The lines open: they lie over no caption, and their last is within a thumb's reach. */
  async opensFan(): Promise<void> {
    await this.command('do.talk').click()
    await this.stored()
    const { page, phone } = this
    await page.locator('.fan__line').first().waitFor()
    must(!(await overlap(page, '.captions', '.fan')), 'the lines lie over no caption')
    const fan = await page.locator('.fan').boundingBox()
    must(fan !== null && fan.y + fan.height > phone.size.height * 0.85, 'the lines end where a thumb is')
  }

  async stopsAndGoesOn(): Promise<void> {
    await this.page
      .locator('.visit__tools')
      .getByRole('button', { name: this.say('do.pause') })
      .click()
    await this.page.getByRole('heading', { name: this.say('pause.title') }).waitFor()
    await this.button(this.say('do.resume'), this.page.locator('.stopped')).click()
    await this.stored()
  }

  /** How one feels, from 1 to 5. */
  async feels(step: 1 | 2 | 3 | 4 | 5): Promise<void> {
    await this.page
      .locator('.wellness .choice')
      .nth(step - 1)
      .tap()
  }
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`does not hold: ${what}`)
}
