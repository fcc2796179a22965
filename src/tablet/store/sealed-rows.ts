// Rows as they lie in the database: JSON, sealed at the place where they belong.
import type { ProfileId } from '../../domain/ids.ts'
import { type Bytes, fromUtf8, utf8 } from '../../protocol/bytes.ts'
import { openSealed, sealBytes } from '../../protocol/sealing.ts'
import type { SealedValue } from './tablet-database.ts'

/** Format of what is inside, for every table that has known no other. */
const rowVersion = 1

export type Sealer = { profile: ProfileId; key: CryptoKey }

export async function sealRow(
  sealer: Sealer,
  table: string,
  id: string,
  plain: Bytes,
  version = rowVersion,
): Promise<SealedValue> {
  return { version, sealed: await sealBytes(sealer.key, { profile: sealer.profile, table, id, version }, plain) }
}

/** Null when the row was changed, belongs elsewhere or is no longer what was written. */
export function openRow({ profile, key }: Sealer, table: string, id: string, row: SealedValue): Promise<Bytes | null> {
  return openSealed(key, { profile, table, id, version: row.version }, row.sealed).catch(() => null)
}

export function sealJson(sealer: Sealer, table: string, id: string, value: unknown): Promise<SealedValue> {
  return sealRow(sealer, table, id, utf8(JSON.stringify(value)))
}

/** The value, or undefined for a row that can not be opened. The seal vouches for its shape: only this app wrote it. */
export async function openJson<Value>(
  sealer: Sealer,
  table: string,
  id: string,
  row: SealedValue,
): Promise<Value | undefined> {
  const plain = await openRow(sealer, table, id, row)
  return plain === null ? undefined : (JSON.parse(fromUtf8(plain)) as Value)
}
