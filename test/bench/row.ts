// One line of the bench: what we hold ourselves to, what exists, what we do.

export type Row = {
  readonly work: string
  /** The bar in words, as docs/quality has it. */
  readonly bar: string
  /** What it is measured against, with its unit; null for an absolute bar. */
  readonly anchor: { readonly what: string; readonly value: number } | null
  readonly ours: number
  readonly unit: string
  readonly holds: boolean
}

/** A row whose bar is a highest ratio to its anchor. */
export function atMost(
  work: string,
  ratio: number,
  anchor: { what: string; value: number },
  ours: number,
  unit: string,
): Row {
  return { work, bar: `≤ ${ratio}×`, anchor, ours, unit, holds: ours <= anchor.value * ratio }
}

/** A row whose bar is a least ratio to its anchor. */
export function atLeast(
  work: string,
  ratio: number,
  anchor: { what: string; value: number },
  ours: number,
  unit: string,
): Row {
  return { work, bar: `≥ ${ratio}×`, anchor, ours, unit, holds: ours >= anchor.value * ratio }
}

/** A row whose bar is a limit in its own unit. */
export function within(work: string, limit: number, ours: number, unit: string): Row {
  return { work, bar: `≤ ${written(limit)} ${unit}`, anchor: null, ours, unit, holds: ours <= limit }
}

/** The middle of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('nothing was measured')
  return middle
}

/** The value below which so many of 100 measurements lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}

/** The value below which 95 of 100 measurements lie. */
export function p95(values: readonly number[]): number {
  return percentile(values, 95)
}

function written(value: number): string {
  return value >= 100 ? Math.round(value).toString() : value.toPrecision(3).replace(/\.?0+$/, '')
}

/** The rows as a table of plain text. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [
    ['work', 'bar', 'anchor', 'ours', 'ratio', ''],
    ...rows.map(({ work, bar, anchor, ours, unit, holds }) => [
      work,
      bar,
      anchor ? `${written(anchor.value)} ${unit} (${anchor.what})` : '–',
      `${written(ours)} ${unit}`,
      anchor ? `${(ours / anchor.value).toFixed(2)}×` : '–',
      holds ? 'holds' : 'DOES NOT HOLD',
    ]),
  ]
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
