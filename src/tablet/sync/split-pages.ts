// Pages come one after the other in one answer; each is whole when its `end` line is.
import { type Bytes, utf8 } from '../../protocol/bytes.ts'

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
  /** What came after the last whole page, at the beginning of a larger room. */
  let room: Bytes = new Uint8Array(1 << 16)
  let length = 0
  /** Where the line begins that is not yet whole, and how far it was looked through. */
  let lineStart = 0
  let seen = 0

  function append(piece: Uint8Array): void {
    if (room.length < length + piece.length) {
      const larger = new Uint8Array(2 * (length + piece.length))
      larger.set(room.subarray(0, length))
      room = larger
    }
    room.set(piece, length)
    length += piece.length
  }

  return {
    feed(piece) {
      append(piece)
      const held = room.subarray(0, length)
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
      seen = length - pageStart
      lineStart -= pageStart
      room.copyWithin(0, pageStart, length)
      length -= pageStart
      return pages
    },
    rest: () => room.slice(0, length),
  }
}

/** Compared from behind, for all lines begin alike. */
function isEnd(bytes: Uint8Array, start: number): boolean {
  for (let at = endMark.length - 1; at >= 0; at -= 1) if (bytes[start + at] !== endMark[at]) return false
  return true
}
