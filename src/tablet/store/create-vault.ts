// A new profile's database, all in one transaction: there is either a whole vault or none.
import { genesisHash } from '../../protocol/envelope.ts'
import type { Bytes } from '../../protocol/bytes.ts'
import { utf8 } from '../../protocol/bytes.ts'
import type { CommuneRef } from '../../protocol/enrolment.ts'
import type { Escrow } from '../../protocol/escrow-text.ts'
import { importDataKey } from '../../protocol/sealing.ts'
import { layBallast } from './ballast.ts'
import type { PinLock } from './pin-key.ts'
import { enterProfile } from './profile-directory.ts'
import { sealRow } from './sealed-rows.ts'
import type { StoreTools } from './store-tools.ts'
import { TabletDatabase, writerVersion } from './tablet-database.ts'
import type { Profile } from './unlocked-store.ts'

export type NewVault = {
  profile: Profile
  communes: readonly CommuneRef[]
  lock: PinLock
  escrow: Escrow
  /** 32 bytes. */
  dataKey: Bytes
  /** PKCS #8; overwritten here. */
  signingKey: Bytes
  /** The server's clock, milliseconds. */
  serverTime: number
}

/** Writes the vault and enters the profile in the directory. @throws when the browser can not store. */
export async function createVault(tools: StoreTools, vault: NewVault): Promise<void> {
  const { profile, communes, lock, escrow, dataKey, signingKey, serverTime } = vault
  const { profileId } = profile
  const sealer = { profile: profileId, key: await importDataKey(dataKey) }
  const [secrets, sealedKey, genesis] = await Promise.all([
    sealRow(sealer, 'vault', 'secrets', utf8(JSON.stringify(profile))),
    sealRow(sealer, 'vault', 'signingKey', signingKey),
    genesisHash(profileId),
  ])
  signingKey.fill(0)
  const list = { cursor: null, epoch: null, communes: [...communes], generation: 1, version: 1, nextPage: 1 }
  const at = tools.now()
  const contact = { at, serverTime, clockSkewMs: serverTime - at, latestClock: at }
  const db = new TabletDatabase(tools, profileId, true)
  await db.open()
  await db.transaction('rw', db.vault, db.meta, async () => {
    await db.vault.bulkPut([
      { key: 'lock', value: lock },
      { key: 'escrow', value: escrow },
      { key: 'secrets', value: secrets },
      { key: 'signingKey', value: sealedKey },
    ])
    await db.meta.bulkPut([
      { key: 'schema', value: { minWriter: writerVersion } },
      { key: 'head', value: { seq: 0, hash: genesis } },
      { key: 'list', value: { ...list, state: 'never' } },
      { key: 'contact', value: contact },
    ])
  })
  await enterProfile(tools, {
    profileId,
    staffName: profile.staff.name,
    place: communes.map(({ name }) => name).join(', '),
  })
  await layBallast({ db, tools })
  db.close()
}
