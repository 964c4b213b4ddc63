/** Paper and ink as on the other pages, in one small sheet: this page can ask for nothing else. */
export const STYLE = `
*{box-sizing:border-box}
body{margin:0;font:1rem/1.65 "Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;color:#23282d;background:#f7f1e4;overflow-wrap:break-word}
main{max-width:46rem;margin:0 auto;padding:1rem clamp(1rem,4vw,2rem) 3rem}
main+main{border-top:1px solid #d9cdb6}
h1,h2{font-family:"Noto Serif SC","Songti SC",Georgia,serif;line-height:1.35;margin:0 0 .5rem}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.3rem)}
h2{font-size:1.25rem;margin-top:1.6rem}
p{margin:.5rem 0}
a{color:#7a4a00;text-underline-offset:.2em}
:focus-visible{outline:3px solid #1c5bb8;outline-offset:2px;border-radius:6px}
.head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 1rem;font-family:Georgia,"Songti SC",serif}
.row{display:flex;flex-wrap:wrap;gap:.75rem;margin:1rem 0}
.button{display:inline-flex;align-items:center;min-height:3.25rem;padding:.4rem 1.5rem;border:1px solid #8a7d66;border-radius:999px;background:#fffdf8;color:#23282d;text-decoration:none;font-weight:600}
.button--main{background:#eab543;border-color:#b98312;color:#2a1c00}
.note{border-inline-start:4px solid #eab543;background:#fbe7b8;border-radius:6px;padding:.6rem 1rem}
.note--good{border-color:#23614f;background:#dcebe2}
.note--grave{border-color:#a32e22;background:#f9e3dc}
details{background:#fffdf8;border:1px solid #d9cdb6;border-radius:12px;margin:.6rem 0;padding:0 1rem}
summary{min-height:3.25rem;padding:.8rem 0;font-weight:600;cursor:pointer}
ol{list-style:none;margin:0;padding:0}
li{display:grid;grid-template-columns:3.2rem minmax(0,1fr);gap:.8rem;align-items:start;padding:.6rem 0;border-top:1px solid #f1e8d5}
.picture{width:3rem;height:3rem}
.l{fill:none;stroke:#23282d;stroke-width:3;stroke-linecap:round;stroke-linejoin:round}
.a{fill:#fbe7b8;stroke:#23282d;stroke-width:2.5;stroke-linejoin:round}
.s{fill:#a32e22;stroke:#23282d;stroke-width:2}
code{font-family:ui-monospace,Consolas,monospace;font-size:.95em;overflow-wrap:anywhere}
.quiet{color:#555b5e;font-size:.92rem}
.if-trusted,.if-untrusted,.if-clock{display:none}
.is-trusted .if-trusted,.is-untrusted .if-untrusted,.is-clock .if-clock{display:block}
.is-trusted .unless-trusted{display:none}
`

/**
 * Asks the HTTPS address for nothing at all: whether an answer comes says whether this device trusts it already, and then it goes on.
 * Also tells when the device's clock is far off, since then it will trust nobody.
 */
export const SCRIPT = `
(() => {
  const { on, now, forward } = document.body.dataset
  const mark = (name) => document.body.classList.add(name)
  if (Math.abs(Date.now() - Number(now)) > 86400000) mark('is-clock')
  if (!on) return
  // A code that a camera has read goes along.
  for (const link of document.querySelectorAll('a.button--main')) link.href += location.hash
  const look = () => fetch(on + '/trust/ping', { mode: 'no-cors', cache: 'no-store' }).then(
    () => { mark('is-trusted'); document.body.classList.remove('is-untrusted'); if (forward === 'yes') location.replace(on + location.pathname + location.hash) },
    () => { mark('is-untrusted'); setTimeout(look, 4000) },
  )
  look()
})()
`
