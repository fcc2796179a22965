// Receipts: whoever has the app and the office's key can tell a true one from any other, offline.
import fc from 'fast-check'
import { encode } from 'uqr'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CommuneCode, ProfileId, RecordId } from '../../src/domain/ids.ts'
import type { Dong } from '../../src/domain/money.ts'
import type { Period } from '../../src/domain/payment/period.ts'
import { fromBase45, toBase45 } from '../../src/protocol/base45.ts'
import { type Bytes, utf8 } from '../../src/protocol/bytes.ts'
import { openCertificate, signCertificate } from '../../src/protocol/certificate.ts'
import { readReceipt, type ReceiptFacts, writeReceipt } from '../../src/protocol/receipt.ts'
import { PublicKeyJwk } from '../../src/protocol/signing.ts'

type Keys = { pair: CryptoKeyPair; jwk: PublicKeyJwk }

async function newKeys(): Promise<Keys> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  return { pair, jwk: PublicKeyJwk.parse(await crypto.subtle.exportKey('jwk', pair.publicKey)) }
}

const facts: ReceiptFacts = {
  id: '019aaf10-2b3c-7d4e-8f50-000000000003' as RecordId,
  moment: Date.UTC(2026, 10, 23, 2, 41, 7),
  commune: '31147' as CommuneCode,
  period: '2026-11' as Period,
  amount: 1_620_000 as Dong,
  receivedBy: 'guardian',
  name: 'Nguyễn Thị Mẫu',
}

describe('a receipt', () => {
  let office: Keys
  let tablet: Keys
  let certificate: Bytes
  let text: string
  const profileId = v7() as ProfileId
  const certified = () => ({
    profileId,
    publicKey: tablet.jwk,
    staffName: 'Trần Thị Mẫu',
    from: Date.UTC(2026, 10, 1),
    until: Date.UTC(2027, 10, 1),
  })

  beforeAll(async () => {
    office = await newKeys()
    tablet = await newKeys()
    certificate = await signCertificate(certified(), office.pair.privateKey)
    text = await writeReceipt(facts, certificate, tablet.pair.privateKey)
  })

  it('says what was paid to whom, when, for which month and by whom, and nothing else', async () => {
    expect(await readReceipt(text, office.jwk)).toEqual({
      kind: 'genuine',
      facts,
      staffName: 'Trần Thị Mẫu',
      profileId,
    })
    expect(await openCertificate(certificate, office.jwk)).toEqual(certified())
  })

  it('fits into a code that a telephone reads from a tablet', () => {
    expect(text).toMatch(/^TANNHA1:[0-9A-Z $%*+./:-]+$/)
    expect(encode(text, { ecc: 'L' }).version).toBeLessThanOrEqual(16)
  })

  it('survives what scanners put around a code, and nothing that changes it', async () => {
    expect((await readReceipt(`\n${text}\r\n`, office.jwk)).kind).toBe('genuine')
    for (const at of [8, 60, 200, text.length - 100, text.length - 2]) {
      const changed = text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1)
      expect((await readReceipt(changed, office.jwk)).kind).not.toBe('genuine')
    }
    expect((await readReceipt(text.slice(0, -3), office.jwk)).kind).not.toBe('genuine')
  })

  it('is forged when another office, another tablet or nobody signed', async () => {
    const other = await newKeys()
    expect((await readReceipt(text, other.jwk)).kind).toBe('forged')
    expect((await readReceipt(await writeReceipt(facts, certificate, other.pair.privateKey), office.jwk)).kind).toBe(
      'forged',
    )
    const own = await signCertificate({ ...certified(), publicKey: other.jwk }, other.pair.privateKey)
    expect((await readReceipt(await writeReceipt(facts, own, other.pair.privateKey), office.jwk)).kind).toBe('forged')
  })

  it('signed outside the time of the certificate is shown as that', async () => {
    const late = { ...facts, moment: Date.UTC(2027, 10, 2) }
    const read = await readReceipt(await writeReceipt(late, certificate, tablet.pair.privateKey), office.jwk)
    expect(read.kind).toBe('outsideCertificate')
  })

  it('other codes are not receipts, and no text makes the reader fall', async () => {
    const others = [
      '',
      'https://example.vn/#enrol=7K3QF-9M2XD',
      'TANNHA1:',
      'TANNHA1:ABC',
      '092145990001||Nguyễn|01011945',
    ]
    for (const other of others) expect((await readReceipt(other, office.jwk)).kind).toBe('notAReceipt')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        expect((await readReceipt(`TANNHA1:${toBase45(bytes)}`, office.jwk)).kind).not.toBe('genuine')
      }),
      { numRuns: 60 },
    )
  })

  it('keeps names in Vietnamese up to their limit, and amounts up to a thousand billion', async () => {
    const name = 'Đặng Thị Ngọc Ướt '.repeat(20)
    const large = { ...facts, name, amount: 1_000_000_000_000 as Dong }
    const read = await readReceipt(await writeReceipt(large, certificate, tablet.pair.privateKey), office.jwk)
    if (read.kind !== 'genuine') throw new Error(read.kind)
    expect(read.facts.amount).toBe(1_000_000_000_000)
    expect(name.startsWith(read.facts.name)).toBe(true)
    expect(utf8(read.facts.name).length).toBeGreaterThan(195)
  })
})

describe('base45', () => {
  it('writes what RFC 9285 writes', () => {
    expect(toBase45(utf8('AB'))).toBe('BB8')
    expect(toBase45(utf8('Hello!!'))).toBe('%69 VD92EX0')
    expect(toBase45(utf8('base-45'))).toBe('UJCLQE7W581')
  })

  it('gives back any bytes, and nothing for a text that no bytes are written as', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase45(toBase45(bytes))).toEqual(bytes)
      }),
    )
    for (const wrong of ['A', 'GGW', ':::', 'aaa', 'BBé']) expect(fromBase45(wrong)).toBeNull()
  })
})
