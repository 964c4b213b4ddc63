/** One plain line in both languages, for whoever started the program. */
export function say(zh, en) {
  console.log(`${zh} · ${en}`)
}

/** The same for something that stops us; goes to standard error. */
export function complain(zh, en) {
  console.error(`${zh}\n${en}`)
}
