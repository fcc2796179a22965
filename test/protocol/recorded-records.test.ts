// Records as version 1 wrote them, kept for ever: a tablet that was away for months still sends them.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RecordBody, RecordKind } from '../../src/protocol/record.ts'
import { recordFormats } from '../../src/protocol/records/formats.ts'

const folder = join(import.meta.dirname, '../fixtures/records')
const recorded = globSync('*.json', { cwd: folder }).toSorted()
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

/** A recorded record is history. A file is added for a new version; none is ever changed. */
const hashes: Record<string, string> = {
  'correction.v1.json': 'b7d2931f9ac4b4a7e907d148600428669ce2634a38f80f849ac7ebbb3f89bcbd',
  'payment-witness.v1.json': 'bddb1afe8c33508388838b48214648be8ed58f8909ecc2a0888d886edffdccf7',
  'payment.v1.json': 'cb60b1b12885ac1522b8c54492a2087c76bd50c4985937f57b907489a26bb2a1',
  'registration-sparse.v1.json': '757e51a5fc93f26d6caf44fb49c917d30a1d2ba14acabb0d8f89d0cd95cc863f',
  'registration.v1.json': '2940c8c22866bb5b3278d33a095918d003a577991f708a7f33d621e6ae4701db',
  'settlement.v1.json': '85485944f6d10fe65183c917c02de4ebd25e0724363de646e25b4ff99291b9d3',
  'visit.v1.json': 'ab9efd8d4f5df94b0b618fab359fa2f65e3ba58d8a9f94effe0268651ee37d72',
}

describe('records of every version that was ever released', () => {
  it.each(recorded)('%s is still understood, whole', (name) => {
    const body = RecordBody.parse(JSON.parse(read(name)))
    const format = recordFormats[body.kind][body.v]
    expect(basename(name)).toMatch(new RegExp(`^${body.kind}(-[a-z]+)?\\.v${body.v}\\.json$`))
    expect(format?.parse(body.data)).toEqual(body.data)
  })

  it.each(recorded)('%s was not edited', (name) => {
    expect(createHash('sha256').update(read(name)).digest('hex')).toBe(hashes[name])
  })

  it('each kind and version has one', () => {
    const wanted = RecordKind.options.flatMap((kind) =>
      Object.keys(recordFormats[kind]).map((v) => `${kind}.v${v}.json`),
    )
    expect(recorded).toEqual(expect.arrayContaining(wanted))
    expect(Object.keys(hashes).toSorted()).toEqual(recorded)
  })
})
