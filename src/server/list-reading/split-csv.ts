// A CSV file cut into cells. Every cell stays text: dates and numbers are for the list's reader to understand.

const delimiters = [';', ',', '\t', '|'] as const

/** The sign that cuts the first lines most evenly; what stands in quotes does not count. */
export function delimiterOf(text: string): string {
  const declared = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (declared !== undefined) return declared
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  const scores = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    // Cells that lines of the same length come to: a comma in each address cuts as many lines, but into few cells.
    const cells = [...new Set(counts)].map((count) => count * counts.filter((other) => other === count).length)
    return { delimiter, score: Math.max(0, ...cells) }
  })
  return scores.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ','
}

/**
 * Cuts text into rows of cells. Quotes may hold delimiters, line ends and doubled quotes; a quote in the middle of a
 * cell is a letter like any other.
 */
export function splitCsv(text: string, delimiter: string): string[][] {
  const body = text.replace(/^sep=.\r?\n/i, '')
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= body.length) {
    const cell = body[at] === '"' ? quotedCell(body, at) : plainCell(body, at, delimiter)
    row.push(cell.text)
    at = cell.end
    if (body[at] === delimiter) {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    if (at >= body.length) break
    at += body[at] === '\r' && body[at + 1] === '\n' ? 2 : 1
    if (at >= body.length) break
  }
  return rows

  function quotedCell(all: string, start: number): { text: string; end: number } {
    let close = start + 1
    for (;;) {
      close = all.indexOf('"', close)
      if (close < 0) return plainCell(all, start, delimiter)
      if (all[close + 1] !== '"') break
      close += 2
    }
    const quoted = all.slice(start + 1, close).replaceAll('""', '"')
    const rest = plainCell(all, close + 1, delimiter)
    return { text: quoted + rest.text, end: rest.end }
  }
}

function plainCell(all: string, start: number, delimiter: string): { text: string; end: number } {
  let end = start
  while (end < all.length && all[end] !== delimiter && all[end] !== '\n' && all[end] !== '\r') end += 1
  return { text: all.slice(start, end), end }
}
