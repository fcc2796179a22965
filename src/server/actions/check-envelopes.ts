// Hash and signature of envelopes, with the platform's own cryptography: WebCrypto makes three promises for each.
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto'
import { type Envelope, linkText } from '../../protocol/envelope.ts'
import type { PublicKeyJwk } from '../../protocol/signing.ts'

export type Checked = {
  /** base64url, in the order of the envelopes. */
  hashes: string[]
  /** The text of each body in UTF-8, as it was signed. */
  bodies: Uint8Array[]
  /** Which of them carry the signature of the key; known later. */
  signed: Promise<boolean[]>
}

/**
 * Takes the hashes of a batch, and has all signatures looked at on as many cores as there are.
 * @throws when the key is not a point of the curve.
 */
export function checkEnvelopes(publicKey: PublicKeyJwk, envelopes: readonly Envelope[]): Checked {
  const key = keyOf(publicKey)
  const links = linksOf(envelopes)
  const signed = Promise.all(links.map(({ whole }, index) => isSigned(key, envelopes[index]?.sig ?? '', whole)))
  // Whoever waits for it hears of a failure; nobody does when the batch failed for another reason before.
  signed.catch(() => {})
  return {
    hashes: links.map(({ whole }) => hash('sha256', whole, 'base64url')),
    bodies: links.map(({ body }) => body),
    signed,
  }
}

const keysHeld = 1000
const keys = new Map<string, KeyObject>()

/** To make a key ready takes longer than to look at a signature. */
function keyOf(jwk: PublicKeyJwk): KeyObject {
  const name = `${jwk.x}.${jwk.y}`
  const known = keys.get(name)
  if (known) return known
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  if (keys.size >= keysHeld) keys.delete(keys.keys().next().value as string)
  keys.set(name, key)
  return key
}

const mostBytesOfUnit = 3

/** What is signed of each envelope, and the part of it that is the body: written once, side by side in one piece of memory. */
function linksOf(envelopes: readonly Envelope[]): { whole: Buffer; body: Buffer }[] {
  const heads = envelopes.map(({ seq, prev }) => linkText({ seq, prev, body: '' }))
  const most = heads.reduce((sum, head, index) => sum + head.length + (envelopes[index]?.body.length ?? 0), 0)
  const all = Buffer.allocUnsafeSlow(most * mostBytesOfUnit)
  let at = 0
  return envelopes.map(({ body: text }, index) => {
    const start = at
    at += all.write(heads[index] ?? '', at)
    const body = at
    at += all.write(text, at)
    return { whole: all.subarray(start, at), body: all.subarray(body, at) }
  })
}

function isSigned(key: KeyObject, signature: string, bytes: Uint8Array): Promise<boolean> {
  if (!/^[A-Za-z0-9_-]{86}$/.test(signature)) return Promise.resolve(false)
  const der = derOf(Buffer.from(signature, 'base64url'))
  return new Promise((resolve, reject) => {
    verify('sha256', bytes, key, der, (error, signed) => (error ? reject(error) : resolve(signed)))
  })
}

const sequence = 0x30
const integer = 0x02
const numberBytes = 32
const mostDerBytes = 2 + 2 * (2 + 1 + numberBytes)

/** OpenSSL takes the raw (r‖s) form too, but then spends half as long again on every signature. */
function derOf(raw: Buffer): Buffer {
  const der = Buffer.allocUnsafe(mostDerBytes)
  der[0] = sequence
  const end = putInteger(der, putInteger(der, 2, raw, 0), raw, numberBytes)
  der[1] = end - 2
  return der.subarray(0, end)
}

/** Two's complement in as few bytes as it takes: no zeros in front but the one that keeps the number positive. */
function putInteger(der: Buffer, at: number, raw: Buffer, from: number): number {
  let start = from
  while (start < from + numberBytes - 1 && raw[start] === 0) start += 1
  const sign = (raw[start] ?? 0) >= 0x80 ? 1 : 0
  const size = sign + from + numberBytes - start
  der[at] = integer
  der[at + 1] = size
  der[at + 2] = 0
  raw.copy(der, at + 2 + sign, start, from + numberBytes)
  return at + 2 + size
}
