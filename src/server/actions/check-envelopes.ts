// Hash and signature of envelopes, with the platform's own cryptography: WebCrypto makes three promises for each.
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto'
import { type Envelope, linkText } from '../../protocol/envelope.ts'
import type { PublicKeyJwk } from '../../protocol/signing.ts'

export type Checked = {
  /** base64url, in the order of the envelopes. */
  hashes: string[]
  /** Which of them carry the signature of the key; known later. */
  signed: Promise<boolean[]>
}

/**
 * Takes the hashes of a batch, and has all signatures looked at on as many cores as there are.
 * @throws when the key is not a point of the curve.
 */
export function checkEnvelopes(publicKey: PublicKeyJwk, envelopes: readonly Envelope[]): Checked {
  const key = createPublicKey({ key: publicKey, format: 'jwk' })
  const links = envelopes.map((envelope) => Buffer.from(linkText(envelope)))
  const signed = Promise.all(links.map((link, index) => isSigned(key, envelopes[index]?.sig ?? '', link)))
  // Whoever waits for it hears of a failure; nobody does when the batch failed for another reason before.
  signed.catch(() => {})
  return { hashes: links.map((link) => hash('sha256', link, 'base64url')), signed }
}

function isSigned(key: KeyObject, signature: string, bytes: Uint8Array): Promise<boolean> {
  if (!/^[A-Za-z0-9_-]{86}$/.test(signature)) return Promise.resolve(false)
  const der = derOf(Buffer.from(signature, 'base64url'))
  return new Promise((resolve, reject) => {
    verify('sha256', bytes, key, der, (error, signed) => (error ? reject(error) : resolve(signed)))
  })
}

/** OpenSSL takes the raw (r‖s) form too, but then spends half as long again on every signature. */
function derOf(raw: Buffer): Buffer {
  const numbers = [derInteger(raw.subarray(0, 32)), derInteger(raw.subarray(32))]
  const length = numbers.reduce((sum, { length: each }) => sum + each, 0)
  return Buffer.concat([Buffer.of(0x30, length), ...numbers])
}

/** Two's complement in as few bytes as it takes: no zeros in front but the one that keeps the number positive. */
function derInteger(bytes: Buffer): Buffer {
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1
  const digits = bytes.subarray(start)
  const sign = (digits[0] ?? 0) >= 0x80 ? [0] : []
  return Buffer.concat([Buffer.of(0x02, digits.length + sign.length, ...sign), digits])
}
