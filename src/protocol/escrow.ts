// The escrow: a tablet's data key sealed to the server (RFC 9180, base mode), kept in clear beside the locked vault.
// Whoever finds the tablet can do nothing with it; the server can open what the tablet sealed.
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { ProfileId } from '../domain/ids.ts'
import { type Bytes, concatBytes, fromBase64Url, toBase64Url, utf8 } from './bytes.ts'
import type { Escrow } from './escrow-text.ts'
import type { PublicKeyJwk } from './signing.ts'

const encapsulatedBytes = 65
const info = utf8('tan-nha escrow v1')

function suite(): CipherSuite {
  return new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
}

/** Seals a 32-byte data key to the server for one profile. */
export async function makeEscrow(sealTo: PublicKeyJwk, profileId: ProfileId, dataKey: Bytes): Promise<Escrow> {
  const hpke = suite()
  const recipientPublicKey = await hpke.kem.importKey('jwk', sealTo, true)
  const sender = await hpke.createSenderContext({ recipientPublicKey, info })
  const sealed = await sender.seal(dataKey, utf8(profileId))
  return toBase64Url(concatBytes(new Uint8Array(sender.enc), new Uint8Array(sealed)))
}

/**
 * @param privateKey the server's private key as JWK.
 * @throws when the escrow was made for another server or another profile, or was changed.
 */
export async function openEscrow(privateKey: JsonWebKey, profileId: ProfileId, escrow: Escrow): Promise<Bytes> {
  const hpke = suite()
  const bytes = fromBase64Url(escrow)
  const recipient = await hpke.createRecipientContext({
    recipientKey: await hpke.kem.importKey('jwk', privateKey, false),
    enc: bytes.slice(0, encapsulatedBytes),
    info,
  })
  return new Uint8Array(await recipient.open(bytes.slice(encapsulatedBytes), utf8(profileId)))
}
