// What version 1 says, as one hash a message: the JSON schema of everything that src/protocol exports for tablets and server.
import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const folder = join(import.meta.dirname, '../../src/protocol')

/**
 * Every message and record format of the wire by `file#Name`, with the SHA-256 of its JSON schema.
 * The office's own messages are left out: server and office are always of the same release.
 */
export async function describeProtocol(): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  const files = globSync('**/*.ts', { cwd: folder }).map((path) => path.replaceAll('\\', '/'))
  for (const file of files.filter((path) => !path.startsWith('office/')).toSorted()) {
    const exported: Record<string, unknown> = await import(join(folder, file))
    for (const [name, value] of Object.entries(exported).toSorted(([a], [b]) => a.localeCompare(b))) {
      if (!(value instanceof z.ZodType)) continue
      const schema = z.toJSONSchema(value, { io: 'input', unrepresentable: 'any' })
      hashes[`${file}#${name}`] = createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 16)
    }
  }
  return hashes
}
