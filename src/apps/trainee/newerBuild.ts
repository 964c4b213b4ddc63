const KEY = 'doorstep.reloaded-at'
/** A part that is still missing after a reload this recent is not missing because the page was old. */
const ONCE_IN_MS = 30_000

/**
 * The server may be updated while a page is open: parts the page has not fetched yet are then gone. The page is loaded anew, in the same
 * place; the session lies on the server and drafts in the tab, so nothing is lost.
 */
export function reloadOnNewerBuild(
  keep: Pick<Storage, 'getItem' | 'setItem'> = sessionStorage,
  reload = () => location.reload(),
  now = Date.now,
): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(keep.getItem(KEY) ?? 0)
    if (now() - last < ONCE_IN_MS) return
    event.preventDefault()
    keep.setItem(KEY, String(now()))
    reload()
  })
}
