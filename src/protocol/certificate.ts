// GET /certificate: the office's word that a profile's key belongs to a member of its staff, so that whoever has the app can
// check what that tablet signed without asking anybody.
//
// Bytes: version (1) · profile id (16) · key x‖y (64) · valid from, until (days since 2020-01-01, 2 each) · length of the
// name (1) · name (UTF-8) · the server's signature over a prefix and all before it (64).
import { z } from 'zod'
import { ProfileId } from '../domain/ids.ts'
import { type Bytes, concatBytes, fromBase64Url, fromUtf8, toBase64Url, utf8 } from './bytes.ts'
import { type PublicKeyJwk, importVerifyKey, signBytes, verifyBytes } from './signing.ts'
import { bytesToUuid, uuidToBytes } from './uuid-bytes.ts'

const version = 1
const prefix = utf8('tan-nha certificate v1\n')
const epoch = Date.UTC(2020, 0, 1)
const day = 86_400_000
const head = 1 + 16 + 64 + 2 + 2 + 1
const signatureLength = 64
const longestName = 200

export const CertificateResponse = z.object({
  /** base64url of the certificate's bytes. */
  certificate: z.string().max(800),
  /** Milliseconds since 1970: a new one should be fetched before. */
  until: z.number().int(),
})
export type CertificateResponse = z.infer<typeof CertificateResponse>

export type Certified = {
  profileId: ProfileId
  publicKey: PublicKeyJwk
  staffName: string
  /** Milliseconds since 1970, whole days: from the beginning of the first to the end of the last. */
  from: number
  until: number
}

/** Signs a certificate with the server's key. A longer name is cut at 200 bytes. */
export async function signCertificate(certified: Certified, serverKey: CryptoKey): Promise<Bytes> {
  const name = cutName(certified.staffName)
  const days = new DataView(new ArrayBuffer(4))
  days.setUint16(0, Math.floor((certified.from - epoch) / day))
  days.setUint16(2, Math.ceil((certified.until - epoch) / day))
  const words = concatBytes(
    Uint8Array.of(version),
    uuidToBytes(certified.profileId),
    fromBase64Url(certified.publicKey.x),
    fromBase64Url(certified.publicKey.y),
    new Uint8Array(days.buffer),
    Uint8Array.of(name.length),
    name,
  )
  return concatBytes(words, fromBase64Url(await signBytes(serverKey, concatBytes(prefix, words))))
}

/** Where a certificate that stands before something else ends; null when it is none. */
export function certificateLength(bytes: Uint8Array): number | null {
  if (bytes.length < head || bytes[0] !== version) return null
  const length = head + (bytes[head - 1] ?? 0) + signatureLength
  return bytes.length < length ? null : length
}

/** What a certificate says; null when the server did not sign it. Whether it is still valid is for the reader to say. */
export async function openCertificate(bytes: Bytes, verify: PublicKeyJwk): Promise<Certified | null> {
  if (certificateLength(bytes) !== bytes.length) return null
  const words = bytes.slice(0, -signatureLength)
  const signature = toBase64Url(bytes.slice(-signatureLength))
  if (!(await verifyBytes(await importVerifyKey(verify), signature, concatBytes(prefix, words)))) return null
  const days = new DataView(words.buffer, 81, 4)
  const profileId = ProfileId.safeParse(bytesToUuid(words.subarray(1, 17)))
  if (!profileId.success) return null
  return {
    profileId: profileId.data,
    publicKey: {
      kty: 'EC',
      crv: 'P-256',
      x: toBase64Url(words.slice(17, 49)),
      y: toBase64Url(words.slice(49, 81)),
    },
    staffName: fromUtf8(words.slice(head)),
    from: epoch + days.getUint16(0) * day,
    until: epoch + days.getUint16(2) * day,
  }
}

function cutName(name: string): Bytes {
  let cut = name.normalize('NFC')
  while (utf8(cut).length > longestName) cut = cut.slice(0, -1)
  return utf8(cut.toWellFormed())
}
