import type { PictureName } from './devices.ts'

/** Little pictures of our own, drawn once and used by name. 48 by 48, two colours. */
const DRAWN: Record<PictureName, string> = {
  address:
    '<rect x="4" y="14" width="40" height="20" rx="10" class="a"/><path d="M12 24h3m4 0h3m4 0h3" class="l"/><path d="M33 20l5 4-5 4" class="l"/>',
  download: '<path d="M24 6v22m-9-8 9 9 9-9" class="l"/><path d="M8 34v6h32v-6" class="l"/>',
  settings:
    '<circle cx="24" cy="24" r="6" class="a"/><path d="M24 6v8m0 20v8M6 24h8m20 0h8M11 11l6 6m14 14 6 6M37 11l-6 6M17 31l-6 6" class="l"/>',
  certificate:
    '<rect x="8" y="6" width="26" height="34" rx="3" class="a"/><path d="M14 15h14M14 22h14" class="l"/><circle cx="33" cy="32" r="7" class="s"/><path d="m30 38-2 7 5-3 5 3-2-7" class="s"/>',
  switch: '<rect x="6" y="15" width="36" height="18" rx="9" class="s"/><circle cx="33" cy="24" r="6" class="a"/>',
  warning: '<path d="M24 6 44 40H4Z" class="a"/><path d="M24 18v11m0 5v1" class="l"/>',
  restart: '<path d="M38 16a16 16 0 1 0 2 12" class="l"/><path d="M40 6v11H29" class="l"/>',
  door: '<path d="M12 43V5h24v38" class="l"/><path d="M12 43 27 38V10L12 5Z" class="a"/><circle cx="23" cy="25" r="1.8" class="s"/><path d="M6 43h36" class="l"/>',
}

export const drawnOnce = (): string =>
  `<svg width="0" height="0" aria-hidden="true">${Object.entries(DRAWN)
    .map(([name, lines]) => `<symbol id="p-${name}" viewBox="0 0 48 48">${lines}</symbol>`)
    .join('')}</svg>`

export const picture = (name: PictureName): string =>
  `<svg class="picture" aria-hidden="true"><use href="#p-${name}"/></svg>`
