// A page of changes, believed only when its `end` line says that nothing was cut off: an answer without a length that
// is shortened at a line's end looks like a good one.
import { BeginLine, ChangeLine, EndLine } from '../../protocol/changes.ts'
import { type Bytes, sha256, toHex } from '../../protocol/bytes.ts'
import { type Line, readLines } from '../../protocol/lines.ts'
import { parseJson } from './ask-server.ts'

/** One change: what it says, and the exact text it came as (the digest of the list is over exact texts). */
export type ReadLine = Line & { change: ChangeLine }

export type ReadPage =
  | { kind: 'page'; begin: BeginLine; lines: ReadLine[]; end: EndLine }
  /** Cut off, damaged, or not a page at all. */
  | { kind: 'cutOff' }
  /** Whole, but with a line that this build cannot read: the app is older than the list. */
  | { kind: 'newerThanApp' }

const lineFeed = 0x0a

const knownTypes: ReadonlySet<unknown> = new Set(ChangeLine.def.options.flatMap((line) => line.shape.type.def.values))

/** Reads and verifies a whole answer of GET /changes. */
export async function readPage(bytes: Bytes): Promise<ReadPage> {
  const firstEnd = bytes.indexOf(lineFeed)
  const body = bytes.at(-1) === lineFeed ? bytes.subarray(0, -1) : bytes
  const lastStart = body.lastIndexOf(lineFeed) + 1
  if (firstEnd < 0 || lastStart === 0) return { kind: 'cutOff' }
  const begin = BeginLine.safeParse(parseJson(bytes.subarray(0, firstEnd)))
  const end = EndLine.safeParse(parseJson(body.subarray(lastStart)))
  if (!begin.success || !end.success) return { kind: 'cutOff' }

  const between = bytes.slice(firstEnd + 1, lastStart)
  if (toHex(await sha256(between)) !== end.data.sha256) return { kind: 'cutOff' }
  const told = readLines(between)
  if (told.length !== end.data.count) return { kind: 'cutOff' }

  const lines: ReadLine[] = []
  for (const line of told) {
    const value = valueOf(line.text)
    // A type that this build has never heard of is not for it; a known one that it cannot read must not get lost.
    if (!knownTypes.has(value?.type)) continue
    const change = ChangeLine.safeParse(value)
    if (!change.success) return { kind: 'newerThanApp' }
    lines.push({ ...line, change: change.data })
  }
  return { kind: 'page', begin: begin.data, lines, end: end.data }
}

function valueOf(text: string): { type?: unknown } | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}
