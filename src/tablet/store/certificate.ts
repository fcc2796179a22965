// The office's word on this profile's key, kept sealed: what the tablet signs for people can be checked with it offline.
import type { CertificateResponse } from '../../protocol/certificate.ts'
import { openJson, sealJson } from './sealed-rows.ts'
import { readVault } from './tablet-database.ts'
import { type UnlockedStore, whileOpen } from './unlocked-store.ts'
import { mustWrite } from './write-strictly.ts'

/** Null while there was none, or when it can not be opened. */
export function readCertificate(store: UnlockedStore): Promise<CertificateResponse | null> {
  return whileOpen(store, async () => {
    const row = await readVault(store.db, 'certificate')
    return row === undefined ? null : ((await openJson(store.sealer(), 'vault', 'certificate', row)) ?? null)
  })
}

/** Keeps a new one in place of the old. */
export async function keepCertificate(store: UnlockedStore, certificate: CertificateResponse): Promise<void> {
  const value = await sealJson(store.sealer(), 'vault', 'certificate', certificate)
  await mustWrite(store, [store.db.vault], () => store.db.vault.put({ key: 'certificate', value }))
}
