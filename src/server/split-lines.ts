// Bytes as lines, one in memory at a time.

/** A line longer than the limit. */
export class LineTooLong extends Error {}

/**
 * Lines of UTF-8 text without their line feeds; what follows the last line feed is a line when it is not empty.
 * @throws LineTooLong
 */
export async function* splitLines(bytes: AsyncIterable<Buffer>, longest: number): AsyncGenerator<string> {
  let pieces: Buffer[] = []
  let pending = 0
  for await (const chunk of bytes) {
    let start = 0
    for (let feed = chunk.indexOf(10); feed !== -1; feed = chunk.indexOf(10, start)) {
      yield Buffer.concat([...pieces, chunk.subarray(start, feed)]).toString('utf8')
      pieces = []
      pending = 0
      start = feed + 1
    }
    pieces.push(chunk.subarray(start))
    pending += chunk.length - start
    if (pending > longest) throw new LineTooLong('a line is too long')
  }
  const rest = Buffer.concat(pieces).toString('utf8')
  if (rest !== '') yield rest
}
