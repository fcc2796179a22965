// The server's own keys: one that tablets seal to, one that it signs wipe orders with, one that backups are sealed with.
// They live in the data folder, outside the database and outside its backups: a stolen backup opens nothing.
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { PublicKeyJwk } from '../protocol/signing.ts'

const PrivateJwk = z.looseObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
})
type PrivateJwk = z.infer<typeof PrivateJwk>

export type ServerKeyring = {
  sealTo: { publicJwk: PublicKeyJwk; privateJwk: JsonWebKey }
  signing: { publicJwk: PublicKeyJwk; privateKey: CryptoKey }
}

/** Where the keys of a data folder are. To be kept in a safe place of its own, apart from the backups. */
export function keyFolder(dataDir: string): string {
  return join(dataDir, 'keys')
}

/** Reads the keys of a data folder, or makes them the first time. Files are readable by their owner only. */
export async function loadKeys(dataDir: string): Promise<ServerKeyring> {
  const folder = keyFolder(dataDir)
  const sealTo = await loadOrMake(join(folder, 'seal-to.json'), 'ECDH')
  const signing = await loadOrMake(join(folder, 'signing.json'), 'ECDSA')
  const { kty, crv, x, y, d } = signing
  const privateKey = await crypto.subtle.importKey(
    'jwk',
    { kty, crv, x, y, d },
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  )
  return {
    sealTo: {
      publicJwk: publicHalf(sealTo),
      privateJwk: { kty: 'EC', crv: 'P-256', x: sealTo.x, y: sealTo.y, d: sealTo.d },
    },
    signing: { publicJwk: publicHalf(signing), privateKey },
  }
}

/** The 32-byte key that backups are sealed with, made the first time. */
export function loadBackupKey(dataDir: string): Uint8Array {
  const path = join(keyFolder(dataDir), 'backup.key')
  if (!existsSync(path)) writeSecret(path, randomBytes(32).toString('base64'))
  const key = Buffer.from(readFileSync(path, 'utf8'), 'base64')
  if (key.length !== 32) throw new Error('keys/backup.key is not a 32-byte key in base64')
  return key
}

function publicHalf({ kty, crv, x, y }: PrivateJwk): PublicKeyJwk {
  return PublicKeyJwk.parse({ kty, crv, x, y })
}

async function loadOrMake(path: string, name: 'ECDH' | 'ECDSA'): Promise<PrivateJwk> {
  if (existsSync(path)) {
    chmodSync(path, 0o600)
    return PrivateJwk.parse(JSON.parse(readFileSync(path, 'utf8')))
  }
  const usages = name === 'ECDH' ? (['deriveBits'] as const) : (['sign', 'verify'] as const)
  const pair = await crypto.subtle.generateKey({ name, namedCurve: 'P-256' }, true, usages)
  const jwk = PrivateJwk.parse(await crypto.subtle.exportKey('jwk', pair.privateKey))
  writeSecret(path, JSON.stringify({ kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y, d: jwk.d }))
  return jwk
}

/** Written beside, synced and renamed, so that a power cut leaves either no key or a whole one. */
function writeSecret(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const beside = `${path}.new`
  const file = openSync(beside, 'w', 0o600)
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
  renameSync(beside, path)
  const folder = openSync(dirname(path), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
