// Where a tablet stands in its feeds: opaque to the tablet, nothing in it has to be secret or trusted. The scope is
// always that of the profile, whatever a cursor says.
import { z } from 'zod'

const ChangeCursor = z.strictObject({
  /** The epoch it was handed out in. */
  e: z.string().max(100),
  /** Seq by feed. */
  f: z.record(z.string().max(100), z.number().int().nonnegative()),
  /** When the tablet was last told what it should hold; milliseconds. */
  h: z.number().int().nonnegative(),
})
export type ChangeCursor = z.infer<typeof ChangeCursor>

const longest = 16_384

/** Writes a cursor as text for an address. */
export function writeCursor(cursor: ChangeCursor): string {
  return Buffer.from(JSON.stringify(cursor), 'utf8').toString('base64url')
}

/** Null for anything that is not a cursor. */
export function readCursor(text: string): ChangeCursor | null {
  if (text.length > longest) return null
  try {
    return ChangeCursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data ?? null
  } catch {
    return null
  }
}
