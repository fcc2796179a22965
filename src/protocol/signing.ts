// ECDSA P-256 with SHA-256: tablets sign their envelopes, the server signs its wipe orders.
import { z } from 'zod'
import { type Bytes, fromBase64Url, toBase64Url } from './bytes.ts'

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** Public half of a P-256 key as JWK; members that are not needed are ignored, a private half is refused. */
export const PublicKeyJwk = z
  .looseObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate })
  .refine((jwk) => !('d' in jwk), 'private')
  .transform(({ kty, crv, x, y }) => ({ kty, crv, x, y }))
export type PublicKeyJwk = z.output<typeof PublicKeyJwk>

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** @returns base64url of the raw (r‖s) signature. */
export async function signBytes(privateKey: CryptoKey, bytes: Bytes): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, bytes)))
}

/** @throws when the JWK is not a point of the curve. */
export function importVerifyKey(jwk: PublicKeyJwk): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify'])
}

/** Whether a raw (r‖s) signature in base64url fits the bytes; a malformed one does not. */
export async function verifyBytes(publicKey: CryptoKey, signature: string, bytes: Bytes): Promise<boolean> {
  if (!/^[A-Za-z0-9_-]{86}$/.test(signature)) return false
  return crypto.subtle.verify(algorithm, publicKey, fromBase64Url(signature), bytes)
}
