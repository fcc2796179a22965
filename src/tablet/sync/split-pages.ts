// Pages come one after the other in one answer; each is whole when its `end` line is.
import { type Bytes, concatBytes, utf8 } from '../../protocol/bytes.ts'

const lineFeed = 0x0a
/** How the last line of a page begins; no change begins so. */
const endMark = utf8('{"type":"end"')

export type PageSplitter = {
  /** @returns the pages that are whole with this piece. */
  feed: (piece: Uint8Array) => Bytes[]
  /** What came after the last whole page. */
  rest: () => Bytes
}

export function startPageSplitter(): PageSplitter {
  let held: Bytes = new Uint8Array()
  /** Where the line begins that is not yet whole, and how far it was looked through. */
  let lineStart = 0
  let seen = 0

  return {
    feed(piece) {
      held = concatBytes(held, piece)
      const pages: Bytes[] = []
      let pageStart = 0
      for (;;) {
        const lineEnd = held.indexOf(lineFeed, seen)
        if (lineEnd < 0) break
        if (isEnd(held, lineStart)) {
          pages.push(held.slice(pageStart, lineEnd + 1))
          pageStart = lineEnd + 1
        }
        lineStart = lineEnd + 1
        seen = lineStart
      }
      seen = held.length - pageStart
      lineStart -= pageStart
      held = held.slice(pageStart)
      return pages
    },
    rest: () => held,
  }
}

function isEnd(bytes: Uint8Array, start: number): boolean {
  return endMark.every((byte, at) => bytes[start + at] === byte)
}
