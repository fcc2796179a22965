import { createHash, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { toHex, utf8 } from '../../src/protocol/bytes.ts'
import { addHolding, addLine, digestOf, startHolding, tellHolding, xorInto } from '../../src/protocol/holdings.ts'
import { splitLines } from '../../src/protocol/lines.ts'
import { sha256Here } from '../../src/protocol/sha256-here.ts'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

it('is what SHA-256 is, for every length around its blocks, longer ones, and one after the other', () => {
  for (const length of [...Array(200).keys(), 1000, 4096, 70_000, 3]) {
    const bytes = randomBytes(length)
    expect([length, toHex(sha256Here(bytes))]).toEqual([length, hashOf(bytes)])
  }
})

it('sums up a list to the same digest as hashing each line does, in parts, too', () => {
  const lines = Array.from({ length: 1203 }, (_, n) => `{"name":"Nguyễn Thị Tuyết ${n}"}`)
  const sum = Buffer.alloc(32)
  for (const line of lines) xorInto(sum, Buffer.from(hashOf(Buffer.from(line)), 'hex'))
  const told = { count: 1203, digest: sum.toString('hex') }
  expect(digestOf(lines)).toEqual(told)
  const whole = startHolding()
  for (const part of [lines.slice(0, 700), [], lines.slice(700)]) {
    const holding = startHolding()
    for (const line of splitLines(utf8(part.join('\n')))) addLine(holding, line)
    addHolding(whole, holding)
  }
  expect(tellHolding(whole)).toEqual(told)
})
