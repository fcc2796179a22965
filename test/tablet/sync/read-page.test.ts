import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../../../src/protocol/bytes.ts'
import { readPage } from '../../../src/tablet/sync/read-page.ts'

const id = (n: number) => `0199aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`
const drop = (n: number) => JSON.stringify({ type: 'drop', of: 'beneficiary', id: id(n) })

function page(lines: string[], end: Record<string, unknown> = {}): string {
  const between = lines.map((line) => `${line}\n`).join('')
  const sha256 = createHash('sha256').update(between).digest('hex')
  const begin = { type: 'begin', epoch: 'e', journal: { next: 1 }, communes: [], time: '2026-11-23T01:00:00Z' }
  const tail = { type: 'end', cursor: 'c', more: false, count: lines.length, sha256, ...end }
  return `${JSON.stringify(begin)}\n${between}${JSON.stringify(tail)}\n`
}

describe('a page of changes', () => {
  test('is read with each line in the exact text it came as', async () => {
    const read = await readPage(utf8(page([drop(1), drop(2)])))
    expect(read).toMatchObject({ kind: 'page', end: { cursor: 'c' } })
    expect(read.kind === 'page' && read.lines.map(({ text }) => text)).toEqual([drop(1), drop(2)])
  })

  test('that is empty is a page', async () => {
    expect(await readPage(utf8(page([])))).toMatchObject({ kind: 'page', lines: [] })
  })

  test('is whole without its last line feed', async () => {
    expect(await readPage(utf8(page([drop(1)]).trimEnd()))).toMatchObject({ kind: 'page' })
  })

  test('cut off anywhere is never taken for a page', async () => {
    const whole = utf8(page([drop(1), drop(2), drop(3)]))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 2 }), async (length) => {
        expect(await readPage(whole.slice(0, length))).toEqual({ kind: 'cutOff' })
      }),
    )
  })

  test('with a line taken out, put in or changed is not believed', async () => {
    const text = page([drop(1), drop(2)])
    expect(await readPage(utf8(text.replace(`${drop(2)}\n`, '')))).toEqual({ kind: 'cutOff' })
    expect(await readPage(utf8(text.replace(drop(2), `${drop(2)}\n${drop(3)}`)))).toEqual({ kind: 'cutOff' })
    expect(await readPage(utf8(text.replace(id(2), id(3))))).toEqual({ kind: 'cutOff' })
  })

  test('with a wrong count is not believed', async () => {
    expect(await readPage(utf8(page([drop(1)], { count: 2 })))).toEqual({ kind: 'cutOff' })
  })

  test('with a known line in a shape this build cannot read is put off, not applied in part', async () => {
    const strange = JSON.stringify({ type: 'drop', of: 'vehicle', id: id(1) })
    expect(await readPage(utf8(page([drop(1), strange])))).toEqual({ kind: 'newerThanApp' })
  })

  test('with a line of an unknown type is applied without that line', async () => {
    const read = await readPage(utf8(page([drop(1), JSON.stringify({ type: 'weather', sun: true })])))
    expect(read.kind === 'page' && read.lines.map(({ text }) => text)).toEqual([drop(1)])
  })
})
