import { beforeEach, describe, expect, it } from 'vitest'
import type { ProfileId } from '../../../src/domain/ids.ts'
import { exportSealedFile } from '../../../src/tablet/actions/export-sealed-file.ts'
import { listProfiles } from '../../../src/tablet/actions/list-profiles.ts'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { removeProfile } from '../../../src/tablet/actions/remove-profile.ts'
import { saveDraft } from '../../../src/tablet/actions/save-draft.ts'
import { saveRecord } from '../../../src/tablet/actions/save-record.ts'
import { unlockVault } from '../../../src/tablet/actions/unlock-vault.ts'
import { nextEnvelopes } from '../../../src/tablet/store/outbox.ts'
import { databaseName } from '../../../src/tablet/store/tablet-database.ts'
import { IDBFactory } from 'fake-indexeddb'
import { startModelServer } from '../../support/model-server.ts'
import { enrolled, type NodeTools, nodeTools, pin, register } from '../../support/node-tablet.ts'
import { registrationData } from '../../support/test-tablet.ts'

const server = startModelServer()
let tools: NodeTools
let profileId: ProfileId

beforeEach(async () => {
  tools = nodeTools(server.send)
  const session = await enrolled(tools, server.newCode())
  profileId = session.profileId
  for (let index = 0; index < 5; index += 1) await register(session)
  lockVault(session)
})

/** Changes the database behind the app's back. */
function behind(change: (transaction: IDBTransaction) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = tools.indexedDB.open(databaseName(profileId))
    request.onsuccess = () => {
      const transaction = request.result.transaction([...request.result.objectStoreNames], 'readwrite')
      change(transaction)
      transaction.oncomplete = () => {
        request.result.close()
        resolve()
      }
      transaction.onerror = () => reject(transaction.error ?? new Error('not changed'))
    }
  })
}

describe('the guard at the door', () => {
  it('F08: finds an evicted store empty, names what was in it, and makes nothing of it', async () => {
    const evicted = nodeTools(server.send, { indexedDB: new IDBFactory(), witnessed: tools.witnessed })
    for (let time = 0; time < 2; time += 1) {
      expect(await unlockVault(evicted, profileId, pin)).toEqual({
        kind: 'storeTrouble',
        trouble: 'empty',
        missing: { from: 1, to: 5 },
      })
    }
    expect((await listProfiles(evicted)).map((entry) => entry.profileId)).toEqual([profileId])
    expect(await evicted.indexedDB.databases()).toEqual([])
    await expect(exportSealedFile(evicted, profileId)).rejects.toThrow('storeTrouble')
  })

  it('lets an evicted profile be taken off the tablet', async () => {
    const evicted = nodeTools(server.send, { indexedDB: new IDBFactory(), witnessed: tools.witnessed })
    expect(await removeProfile(evicted, profileId)).toEqual({ kind: 'removed' })
    expect(await listProfiles(evicted)).toEqual([])
  })

  it('F10: finds a store without its tail shortened; what is left can be sent and exported, nothing new is saved', async () => {
    await behind((transaction) => {
      for (const seq of [4, 5]) {
        transaction.objectStore('records').delete(seq)
        transaction.objectStore('outbox').delete(seq)
      }
      const head = transaction.objectStore('records').get(3)
      head.onsuccess = () => {
        const value = { seq: 3, hash: (head.result as { hash: string }).hash }
        transaction.objectStore('meta').put({ key: 'head', value })
      }
    })
    const missing = { from: 4, to: 5 }
    expect(await unlockVault(tools, profileId, pin)).toEqual({ kind: 'storeTrouble', trouble: 'shortened', missing })
    const opened = await unlockVault(tools, profileId, pin, { rescue: true })
    if (opened.kind !== 'unlocked') throw new Error(opened.kind)
    const { session } = opened
    expect(session.missing).toEqual(missing)
    const { envelopes } = await nextEnvelopes(session.store, { fromSeq: 1, maxCount: 10, maxBytes: 1e9 })
    expect(envelopes.map(({ seq }) => seq)).toEqual([1, 2, 3])
    const commune = session.communes[0]?.code ?? ('' as never)
    const fact = { kind: 'registration' as const, v: 1, commune, subject: null, photos: [], data: registrationData() }
    expect(await saveRecord(session, fact)).toEqual({ kind: 'storeGone' })
    lockVault(session)
    expect((await exportSealedFile(tools, profileId)).size).toBeGreaterThan(100)
    // Rescuing it once must not make the loss look healed.
    expect(await unlockVault(tools, profileId, pin)).toMatchObject({ trouble: 'shortened', missing })
  })

  it('sees a record that is gone from the middle of the outbox', async () => {
    await behind((transaction) => transaction.objectStore('records').delete(2))
    expect(await unlockVault(tools, profileId, pin)).toMatchObject({
      trouble: 'shortened',
      missing: { from: 2, to: 2 },
    })
  })

  it('takes a store whose vault was changed for damaged (S05)', async () => {
    await behind((transaction) => {
      const vault = transaction.objectStore('vault')
      const secrets = vault.get('secrets')
      secrets.onsuccess = () => {
        const row = secrets.result as { value: { sealed: Uint8Array } }
        row.value.sealed[20] = (row.value.sealed[20] ?? 0) ^ 1
        vault.put(row)
      }
    })
    expect(await unlockVault(tools, profileId, pin)).toMatchObject({ kind: 'storeTrouble', trouble: 'damaged' })
  })

  it('F14: opens nothing that a newer app writes, by the schema or by the rows', async () => {
    await behind((transaction) => transaction.objectStore('meta').put({ key: 'schema', value: { minWriter: 99 } }))
    expect(await unlockVault(tools, profileId, pin)).toEqual({ kind: 'outdatedApp' })
  })

  it('F14: an open store is refused writing from the moment that a newer app has changed the rows', async () => {
    const opened = await unlockVault(tools, profileId, pin)
    if (opened.kind !== 'unlocked') throw new Error(opened.kind)
    const { session } = opened
    await session.store.db.meta.put({ key: 'schema', value: { minWriter: 99 } })
    const commune = session.communes[0]?.code ?? ('' as never)
    const fact = { kind: 'registration' as const, v: 1, commune, subject: null, photos: [], data: registrationData() }
    expect(await saveRecord(session, fact)).toEqual({ kind: 'outdatedApp' })
    const draft = { id: 'draft', kind: 'registration' as const, commune, subject: null, step: 'x', content: {} }
    expect(await saveDraft(session, draft)).toEqual({ kind: 'outdatedApp' })
    expect(await session.store.db.records.count()).toBe(5)
  })

  it('works without its witness, and the witness learns again', async () => {
    tools.witnessed.clear()
    const opened = await unlockVault(tools, profileId, pin)
    if (opened.kind !== 'unlocked') throw new Error(opened.kind)
    lockVault(opened.session)
    const evicted = nodeTools(server.send, { indexedDB: new IDBFactory(), witnessed: tools.witnessed })
    expect(await unlockVault(evicted, profileId, pin)).toMatchObject({ missing: { from: 1, to: 5 } })
  })
})
