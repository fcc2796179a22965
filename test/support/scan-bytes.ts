// Looks for what must never be on a tablet's disk: every file that a browser wrote, in every way a text is written there.
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type Hit = { readonly file: string; readonly what: string; readonly written: string }

/** Base64 of a text that begins at any of the three places of a group; the ends that depend on neighbours are left out. */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '')
    return text.slice(shift === 0 ? 0 : shift + 1, text.length - 1)
  })
}

function writings(bytes: Buffer, text: string | null): { written: string; needle: Buffer }[] {
  const base64 = base64Cores(bytes)
  const plain = [
    { written: 'bytes', needle: bytes },
    { written: 'hex', needle: Buffer.from(bytes.toString('hex')) },
    ...base64.flatMap((core) => [
      { written: 'base64', needle: Buffer.from(core) },
      { written: 'base64url', needle: Buffer.from(core.replaceAll('+', '-').replaceAll('/', '_')) },
      { written: 'base64 in UTF-16', needle: Buffer.from(core, 'utf16le') },
    ]),
  ]
  if (text === null) return plain
  return [
    ...plain,
    { written: 'UTF-16', needle: Buffer.from(text, 'utf16le') },
    { written: 'NFD', needle: Buffer.from(text.normalize('NFD')) },
    {
      written: 'JSON escapes',
      needle: Buffer.from(
        JSON.stringify(text)
          .slice(1, -1)
          .replaceAll(/[^ -~]/g, escaped),
      ),
    },
    { written: 'percent escapes', needle: Buffer.from(encodeURIComponent(text)) },
  ]
}

function escaped(char: string): string {
  return [...Array(char.length).keys()].map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')
}

/**
 * Every place in a folder where one of the secrets stands.
 * @param secrets by a name to report: texts, or bytes such as keys and parts of photos (long enough not to occur by chance).
 */
export function scanBytes(
  folder: string,
  secrets: Readonly<Record<string, string | Uint8Array>>,
): { hits: Hit[]; bytes: number } {
  const needles = Object.entries(secrets).flatMap(([what, secret]) =>
    writings(Buffer.from(secret as string), typeof secret === 'string' ? secret : null).map((way) => ({
      what,
      ...way,
    })),
  )
  for (let triesLeft = 20; ; triesLeft -= 1) {
    try {
      return lookThrough(folder, needles)
    } catch (error) {
      // A browser that is at work took a file away or gave it another name: whatever was in it may stand elsewhere now.
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      if (!isGone || triesLeft === 0) throw error
    }
  }
}

type Needle = { what: string; written: string; needle: Buffer }

/** @throws when a file is gone before it was read. */
function lookThrough(folder: string, needles: readonly Needle[]): { hits: Hit[]; bytes: number } {
  const files = globSync('**/*', { cwd: folder }).filter((file) =>
    statSync(join(folder, file), { throwIfNoEntry: false })?.isFile(),
  )
  const hits: Hit[] = []
  let bytes = 0
  for (const file of files) {
    const content = readFileSync(join(folder, file))
    bytes += content.length
    for (const { what, written, needle } of needles) if (content.includes(needle)) hits.push({ file, what, written })
  }
  return { hits, bytes }
}
