// The envelope around a record: its place in the profile's chain, and the tablet's signature over both.
import { z } from 'zod'
import type { ProfileId } from '../domain/ids.ts'
import { type Bytes, sha256, toBase64Url, utf8 } from './bytes.ts'
import { signBytes, verifyBytes } from './signing.ts'

const Hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

export const Envelope = z.strictObject({
  /** 1, 2, 3 … without gaps, per profile. */
  seq: z.number().int().positive(),
  /** Hash of the envelope before it; for seq 1 the genesis hash of the profile. */
  prev: Hash,
  /** The exact JSON text of the record. */
  body: z.string(),
  /** Raw (r‖s) ECDSA signature, base64url. */
  sig: z.string(),
})
export type Envelope = z.infer<typeof Envelope>

type Link = Pick<Envelope, 'seq' | 'prev' | 'body'>

/** What is hashed and signed, in UTF-8: `seq`, `prev` and `body`, one a line. */
export function linkText({ seq, prev, body }: Link): string {
  return `${seq}\n${prev}\n${body}`
}

function linkBytes(link: Link): Bytes {
  return utf8(linkText(link))
}

/** What `prev` of the first envelope must be: base64url(SHA-256(profileId)). */
export async function genesisHash(profileId: ProfileId): Promise<string> {
  return toBase64Url(await sha256(utf8(profileId)))
}

/** base64url of the SHA-256 over the link's bytes. */
export async function envelopeHash(link: Link): Promise<string> {
  return toBase64Url(await sha256(linkBytes(link)))
}

/** Signs the next link of a chain. */
export async function sealLink(link: Link, privateKey: CryptoKey): Promise<Envelope> {
  return { ...link, sig: await signBytes(privateKey, linkBytes(link)) }
}

/** Whether the envelope carries the profile's own signature. */
export function isSignedBy(publicKey: CryptoKey, envelope: Envelope): Promise<boolean> {
  return verifyBytes(publicKey, envelope.sig, linkBytes(envelope))
}
