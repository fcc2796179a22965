// The receipt that a person is given: a QR code with the signed facts of one payment and the certificate of the tablet that
// signed them. It says what a paper receipt would, and no more: no ID number, no address, no category.
//
// Text: `TANNHA1:` and base45 of certificate · record id (16) · moment (seconds since 1970, 4) · commune (3) · month (months
// since 2000-01, 2) · đồng (6) · who received (1) · length of the name (1) · the beneficiary's name (UTF-8) · the tablet's
// signature over a prefix, the certificate and all before it (64). Numbers have their highest byte first.
import { CommuneCode, type ProfileId, RecordId } from '../domain/ids.ts'
import { type Dong, Dong as DongSchema } from '../domain/money.ts'
import { type Period, monthsAfter, monthsBetween } from '../domain/payment/period.ts'
import { fromBase45, toBase45 } from './base45.ts'
import { type Bytes, concatBytes, fromBase64Url, fromUtf8, toBase64Url, utf8 } from './bytes.ts'
import { certificateLength, openCertificate } from './certificate.ts'
import { type PublicKeyJwk, importVerifyKey, signBytes, verifyBytes } from './signing.ts'
import { bytesToUuid, uuidToBytes } from './uuid-bytes.ts'

const mark = 'TANNHA1:'
const prefix = utf8('tan-nha receipt v1\n')
const firstMonth = '2000-01' as Period
const head = 16 + 4 + 3 + 2 + 6 + 1 + 1
const signatureLength = 64
const longestName = 200
const receivers = ['self', 'guardian', 'authorisedPerson'] as const

export type ReceiptFacts = {
  /** The payment's record. */
  id: RecordId
  /** Milliseconds since 1970; seconds are kept. */
  moment: number
  commune: CommuneCode
  period: Period
  amount: Dong
  receivedBy: (typeof receivers)[number]
  /** The beneficiary's. */
  name: string
}

/**
 * The text for the QR code.
 * @param certificate of this tablet's profile, as GET /certificate gave it.
 * @param key the profile's signing key.
 */
export async function writeReceipt(facts: ReceiptFacts, certificate: Bytes, key: CryptoKey): Promise<string> {
  const name = cutName(facts.name)
  const view = new DataView(new ArrayBuffer(16))
  view.setUint32(0, Math.floor(facts.moment / 1000))
  view.setUint8(4, Number(facts.commune) >> 16)
  view.setUint16(5, Number(facts.commune) & 0xffff)
  view.setUint16(7, monthsBetween(firstMonth, facts.period))
  view.setUint16(9, Math.floor(facts.amount / 2 ** 32))
  view.setUint32(11, facts.amount % 2 ** 32)
  view.setUint8(15, receivers.indexOf(facts.receivedBy))
  const words = concatBytes(uuidToBytes(facts.id), new Uint8Array(view.buffer), Uint8Array.of(name.length), name)
  const signature = fromBase64Url(await signBytes(key, concatBytes(prefix, certificate, words)))
  return mark + toBase45(concatBytes(certificate, words, signature))
}

export type ReadReceipt =
  | { kind: 'genuine'; facts: ReceiptFacts; staffName: string; profileId: ProfileId }
  /** Some other code. */
  | { kind: 'notAReceipt' }
  /** A receipt's form, but the office never certified the tablet, or its words were changed. */
  | { kind: 'forged' }
  /** Signed outside the time for which the office certified the tablet. */
  | { kind: 'outsideCertificate'; facts: ReceiptFacts; staffName: string; profileId: ProfileId }

/** Whether a scanned text starts like a receipt. */
export function looksLikeReceipt(text: string): boolean {
  return text.trimStart().startsWith(mark)
}

/** Checks a scanned receipt against the office's key (`server.verify` of the enrolment). Needs no network. */
export async function readReceipt(text: string, verify: PublicKeyJwk): Promise<ReadReceipt> {
  if (!looksLikeReceipt(text)) return { kind: 'notAReceipt' }
  // Spaces are digits of base45: only line ends may have come on the way.
  const bytes = fromBase45(
    text
      .trimStart()
      .replaceAll(/[\r\n]+$/g, '')
      .slice(mark.length),
  )
  const certified = bytes === null ? null : certificateLength(bytes)
  if (bytes === null || certified === null || bytes.length < certified + head + signatureLength) {
    return { kind: 'notAReceipt' }
  }
  const certificate = await openCertificate(bytes.slice(0, certified), verify)
  if (certificate === null) return { kind: 'forged' }
  const key = await importVerifyKey(certificate.publicKey).catch(() => null)
  const signature = toBase64Url(bytes.slice(-signatureLength))
  if (key === null || !(await verifyBytes(key, signature, concatBytes(prefix, bytes.slice(0, -signatureLength))))) {
    return { kind: 'forged' }
  }
  const facts = factsOf(bytes.slice(certified, -signatureLength))
  if (facts === null) return { kind: 'forged' }
  const { staffName, profileId } = certificate
  const isInTime = facts.moment >= certificate.from && facts.moment < certificate.until
  return { kind: isInTime ? 'genuine' : 'outsideCertificate', facts, staffName, profileId }
}

function factsOf(words: Bytes): ReceiptFacts | null {
  const view = new DataView(words.buffer, 16, 16)
  const receivedBy = receivers[view.getUint8(15)]
  const id = RecordId.safeParse(bytesToUuid(words.subarray(0, 16)))
  const commune = CommuneCode.safeParse(String(view.getUint8(4) * 65_536 + view.getUint16(5)).padStart(5, '0'))
  const amount = DongSchema.safeParse(view.getUint16(9) * 2 ** 32 + view.getUint32(11))
  const name = words.slice(head)
  const text = textOf(name)
  if (text === null) return null
  if (!id.success || !commune.success || !amount.success || receivedBy === undefined) return null
  if (words[head - 1] !== name.length) return null
  return {
    id: id.data,
    moment: view.getUint32(0) * 1000,
    commune: commune.data,
    period: monthsAfter(firstMonth, view.getUint16(7)),
    amount: amount.data,
    receivedBy,
    name: text,
  }
}

function textOf(bytes: Bytes): string | null {
  try {
    return fromUtf8(bytes)
  } catch {
    return null
  }
}

function cutName(name: string): Bytes {
  let cut = name.normalize('NFC')
  while (utf8(cut).length > longestName) cut = cut.slice(0, -1)
  return utf8(cut.toWellFormed())
}
