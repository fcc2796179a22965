import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scanBytes } from './scan-bytes.ts'

describe('the byte scan', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tan-nha-scan-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  const name = 'Trần Thị Hoàng Yến'
  const key = Uint8Array.from({ length: 32 }, (_, index) => (index * 37 + 11) % 256)

  it.each([
    ['UTF-8', Buffer.from(name)],
    ['UTF-16', Buffer.from(name, 'utf16le')],
    ['base64', Buffer.from(Buffer.from(`{"name":"${name}"}`).toString('base64'))],
    ['base64 elsewhere in a group', Buffer.from(Buffer.from(`x${name}y`).toString('base64'))],
    ['base64url of a key', Buffer.from(Buffer.from(key).toString('base64url'))],
    ['a raw key', Buffer.from(key)],
    ['a key in hex', Buffer.from(Buffer.from(key).toString('hex'))],
    ['JSON escapes', Buffer.from('"Tr\\u1ea7n Th\\u1ecb Ho\\u00e0ng Y\\u1ebfn"')],
  ])('finds a secret written as %s', (_, content) => {
    writeFileSync(join(folder, 'LOG'), Buffer.concat([Buffer.from('some '), content, Buffer.from(' more')]))
    expect(scanBytes(folder, { name, key }).hits.length).toBeGreaterThan(0)
  })

  it('finds nothing where nothing is', () => {
    writeFileSync(join(folder, 'LOG'), Buffer.from('Trần Thị Hoàng, Yến'))
    expect(scanBytes(folder, { name, key }).hits).toEqual([])
  })
})
