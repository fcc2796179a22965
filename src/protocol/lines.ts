// Lines of text that stand one below the other in bytes.
import type { Bytes } from './bytes.ts'

export type Line = {
  readonly text: string
  /** What it takes in UTF-8, its line feed included: known from where the line feeds are, without writing it again. */
  readonly bytes: number
}

const lineFeed = 0x0a
const decoder = new TextDecoder()

/** Where each line ends; the last one may lack its line feed. */
export function* endsOfLines(bytes: Bytes): Generator<number, void> {
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(lineFeed, at)
    const end = found === -1 ? bytes.length : found
    yield end
    at = end + 1
  }
}

/** Takes lines apart; the last one may lack its line feed. */
export function readLines(bytes: Bytes): Line[] {
  const texts = decoder.decode(bytes).split('\n')
  let start = 0
  return Array.from(endsOfLines(bytes), (end, at) => {
    const line = { text: texts[at] ?? '', bytes: end - start + 1 }
    start = end + 1
    return line
  })
}
