// Lines of text that stand one below the other in bytes.
import type { Bytes } from './bytes.ts'

/** A line as text, and as it lies in bytes; without its line feed. */
export type Line = { readonly text: string; readonly bytes: Bytes }

const lineFeed = 0x0a
const decoder = new TextDecoder()

/** Takes lines apart without copying them; the last one may lack its line feed. */
export function splitLines(bytes: Bytes): Bytes[] {
  const lines: Bytes[] = []
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(lineFeed, at)
    const end = found === -1 ? bytes.length : found
    lines.push(bytes.subarray(at, end))
    at = end + 1
  }
  return lines
}

/** The same, with their texts. */
export function readLines(bytes: Bytes): Line[] {
  const texts = decoder.decode(bytes).split('\n')
  return splitLines(bytes).map((line, at) => ({ text: texts[at] ?? '', bytes: line }))
}

/** Puts lines one below the other, without a line feed behind the last. */
export function joinLines(lines: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(
    Math.max(
      0,
      lines.reduce((sum, line) => sum + line.length + 1, -1),
    ),
  )
  let at = 0
  for (const line of lines) {
    if (at > 0) whole[at - 1] = lineFeed
    whole.set(line, at)
    at += line.length + 1
  }
  return whole
}
