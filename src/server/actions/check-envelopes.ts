// Hash and signature of envelopes, with the platform's own cryptography: WebCrypto makes three promises for each.
import { hash, type KeyObject, verify } from 'node:crypto'
import { type Envelope, linkText } from '../../protocol/envelope.ts'
import type { PublicKeyJwk } from '../../protocol/signing.ts'
import { derOf, keyOf } from './signature.ts'
import { verifyBeside } from './verify-beside.ts'

export type Checked = {
  /** base64url, in the order of the envelopes. */
  hashes: string[]
  /** The text of each body in UTF-8, as it was signed. */
  bodies: Uint8Array[]
  /** Which of them carry the signature of the key; known later. */
  signed: Promise<boolean[]>
}

/** Fewer are looked at sooner than told to another thread. */
const many = 8

/**
 * Takes the hashes of a batch, and has all signatures looked at beside everything else.
 * @throws when the key is not a point of the curve.
 */
export function checkEnvelopes(publicKey: PublicKeyJwk, envelopes: readonly Envelope[]): Checked {
  const key = keyOf(publicKey)
  const { bytes, links } = linksOf(envelopes)
  const signatures = envelopes.map(({ sig }) => sig)
  const signed =
    envelopes.length < many
      ? Promise.all(links.map(({ whole }, index) => isSigned(key, signatures[index] ?? '', whole)))
      : verifyBeside({
          key: publicKey,
          bytes: new Uint8Array(bytes),
          ends: links.map(({ end }) => end),
          signatures,
        })
  // Whoever waits for it hears of a failure; nobody does when the batch failed for another reason before.
  signed.catch(() => {})
  return {
    hashes: links.map(({ whole }) => hash('sha256', whole, 'base64url')),
    bodies: links.map(({ body }) => body),
    signed,
  }
}

const mostBytesOfUnit = 3

type Link = { whole: Buffer; body: Buffer; end: number }

/** What is signed of each envelope, and the part of it that is the body: written once, side by side in one piece of memory. */
function linksOf(envelopes: readonly Envelope[]): { bytes: Buffer; links: Link[] } {
  const heads = envelopes.map(({ seq, prev }) => linkText({ seq, prev, body: '' }))
  const most = heads.reduce((sum, head, index) => sum + head.length + (envelopes[index]?.body.length ?? 0), 0)
  const all = Buffer.allocUnsafeSlow(most * mostBytesOfUnit)
  let at = 0
  const links = envelopes.map(({ body: text }, index) => {
    const start = at
    at += all.write(heads[index] ?? '', at)
    const body = at
    at += all.write(text, at)
    return { whole: all.subarray(start, at), body: all.subarray(body, at), end: at }
  })
  return { bytes: all.subarray(0, at), links }
}

function isSigned(key: KeyObject, signature: string, bytes: Uint8Array): Promise<boolean> {
  const der = derOf(signature)
  if (der === null) return Promise.resolve(false)
  return new Promise((resolve, reject) => {
    verify('sha256', bytes, key, der, (error, signed) => (error ? reject(error) : resolve(signed)))
  })
}
