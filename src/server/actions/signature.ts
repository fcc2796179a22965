// A tablet's signature under a link, as OpenSSL is quickest at it.
import { createPublicKey, type KeyObject } from 'node:crypto'
import type { PublicKeyJwk } from '../../protocol/signing.ts'

const keysHeld = 1000
const keys = new Map<string, KeyObject>()

/**
 * A tablet's key, made ready once: that takes longer than to look at a signature.
 * @throws when it is not a point of the curve.
 */
export function keyOf(jwk: PublicKeyJwk): KeyObject {
  const name = `${jwk.x}.${jwk.y}`
  const known = keys.get(name)
  if (known) return known
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  if (keys.size >= keysHeld) keys.delete(keys.keys().next().value as string)
  keys.set(name, key)
  return key
}

const sequence = 0x30
const integer = 0x02
const numberBytes = 32
const mostDerBytes = 2 + 2 * (2 + 1 + numberBytes)

/**
 * A signature (r‖s in base64url) as OpenSSL likes it: it takes the raw form too, but then spends half as long again on each.
 * @returns null for what has not the form of a signature.
 */
export function derOf(signature: string): Buffer | null {
  if (!/^[A-Za-z0-9_-]{86}$/.test(signature)) return null
  const raw = Buffer.from(signature, 'base64url')
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
