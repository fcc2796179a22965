// The tablet's real store and actions on a bare page, for tests of what a browser does to them. Nothing of the screens.
import { argon2id } from 'hash-wasm'
import { v7 } from 'uuid'
import { type CommuneCode, PhotoHash, type ProfileId, RecordId } from '../../../src/domain/ids.ts'
import { utf8 } from '../../../src/protocol/bytes.ts'
import { envelopeHash, genesisHash, sealLink } from '../../../src/protocol/envelope.ts'
import { addPhoto } from '../../../src/tablet/actions/add-photo.ts'
import { enrolTablet } from '../../../src/tablet/actions/enrol-tablet.ts'
import { exportSealedFile } from '../../../src/tablet/actions/export-sealed-file.ts'
import { listDrafts } from '../../../src/tablet/actions/list-drafts.ts'
import { listProfiles } from '../../../src/tablet/actions/list-profiles.ts'
import { listRecords } from '../../../src/tablet/actions/list-records.ts'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { preparePhoto } from '../../../src/tablet/actions/prepare-photo.ts'
import { removeProfile } from '../../../src/tablet/actions/remove-profile.ts'
import { saveDraft } from '../../../src/tablet/actions/save-draft.ts'
import { saveRecord } from '../../../src/tablet/actions/save-record.ts'
import type { Session, Tools } from '../../../src/tablet/actions/session.ts'
import { startSync } from '../../../src/tablet/actions/start-sync.ts'
import { unlockVault, waitBeforeUnlock } from '../../../src/tablet/actions/unlock-vault.ts'
import { makeBrowserTools } from '../../../src/tablet/browser-tools.ts'
import { applyPage } from '../../../src/tablet/store/list-pages.ts'
import { head, nextEnvelopes, settlePush } from '../../../src/tablet/store/outbox.ts'
import { sealJson } from '../../../src/tablet/store/sealed-rows.ts'
import { databaseName, type RecordRow } from '../../../src/tablet/store/tablet-database.ts'
import type { UnlockedStore } from '../../../src/tablet/store/unlocked-store.ts'
import { obeyWipeOrder } from '../../../src/tablet/store/wipe-profile.ts'

const tools: Tools = {
  now: () => Date.now(),
  uptime: () => performance.now(),
  newId: () => v7(),
  instance: v7(),
  indexedDB,
  IDBKeyRange,
  witness: localStorage,
  // At OWASP's least memory: what is tried here starts behind the PIN.
  roomFor: makeBrowserTools().roomFor,
  deriveKey: async (pin, salt) =>
    new Uint8Array(
      await argon2id({
        password: pin,
        salt,
        memorySize: 1024,
        iterations: 1,
        parallelism: 1,
        hashLength: 32,
        outputType: 'binary',
      }),
    ),
  send: (path, init) => fetch(path, init),
  locks: navigator.locks,
  storage: navigator.storage,
  app: 'test',
  tablet: { name: 'Máy thử', userAgent: 'chromium', screen: '800x1280' },
}

let session: Session | null = null

function open(): Session {
  if (!session) throw new Error('not unlocked')
  return session
}

/** A registration of `name`, about as large as a real one. */
function registration(name: string): unknown {
  return {
    person: {
      name,
      birth: '1950',
      sex: 'F',
      idKind: 'cccd',
      idNumber: '092150991234',
      idIssued: null,
      oldIdNumber: null,
      phone: '0912345678',
      phoneOwner: 'self',
      permanentAddress: 'Số 12, đường Nguyễn Trãi',
      currentAddress: null,
      hamlet: 'Thới Hòa',
      fileCode: null,
    },
    programme: 'BTXH',
    category: null,
    substitute: null,
    method: { kind: 'cashAtHome', reason: 'ill', note: null },
    lacksCitizenId: false,
    consents: [],
    confirmation: { how: 'signature' },
    note: null,
  }
}

/** A JPEG's first bytes, then noise that starts with `canary`. */
function picture(bytes: number, canary = ''): Uint8Array<ArrayBuffer> {
  const photo = new Uint8Array(bytes)
  for (let start = 0; start < bytes; start += 65_536) crypto.getRandomValues(photo.subarray(start, start + 65_536))
  photo.set([0xff, 0xd8, 0xff, 0xe0])
  photo.set(utf8(canary), 4)
  return photo
}

/** A row of the outbox as `appendRecord` writes it. */
async function waitingRow(
  store: UnlockedStore,
  id: RecordId,
  link: Parameters<typeof sealLink>[0],
): Promise<RecordRow> {
  const envelope = await sealLink(link, store.signingKey())
  const sealed = await sealJson(store.sealer(), 'records', String(link.seq), envelope)
  const bytes = utf8(JSON.stringify(envelope)).length
  return {
    seq: link.seq,
    id,
    hash: await envelopeHash(link),
    state: 'waiting',
    reasons: [],
    bytes,
    settledAt: 0,
    ...sealed,
  }
}

const page = {
  async enrol(code: string, pin: string): Promise<string> {
    const result = await enrolTablet(tools, { code, pin })
    if (result.kind !== 'enrolled') return result.kind
    session = result.session
    return session.profileId
  },
  /** Everything of the result except the session. */
  async unlock(profileId: string, pin: string, rescue = false): Promise<Record<string, unknown>> {
    const result = await unlockVault(tools, profileId as ProfileId, pin, { rescue })
    if (result.kind !== 'unlocked') return result
    session = result.session
    session.store.onClosed((reason) => closings.push(reason))
    return { kind: 'unlocked', listState: session.listState, missing: session.missing }
  },
  lock: () => lockVault(open()),
  wait: (profileId: string) => waitBeforeUnlock(tools, profileId as ProfileId),
  profiles: () => listProfiles(tools),
  save: (name: string, photos: Parameters<typeof saveRecord>[1]['photos'] = [], draftId?: string) =>
    saveRecord(open(), {
      kind: 'registration',
      v: 1,
      commune: open().communes[0]?.code as CommuneCode,
      subject: null,
      photos,
      data: registration(name),
      ...(draftId === undefined ? {} : { draftId }),
    }),
  /** What weeks of saving leave behind, in one transaction: records that wait, and so many rows with pieces of photos. */
  async saveMany(count: number, pieces: number): Promise<void> {
    const { store } = open()
    let { seq, hash } = await head(store)
    const rows: Promise<RecordRow>[] = []
    for (let n = 0; n < count; n += 1) {
      const id = RecordId.parse(v7())
      const link = { seq: (seq += 1), prev: hash, body: JSON.stringify({ id, data: registration(`Hồ Thị ${n}`) }) }
      hash = await envelopeHash(link)
      rows.push(waitingRow(store, id, link))
    }
    const written = await Promise.all(rows)
    const { db } = store
    await db.transaction('rw', db.records, db.outbox, db.photoChunks, db.meta, async () => {
      const sha256 = PhotoHash.parse('5'.repeat(64))
      await db.photoChunks.bulkAdd(
        Array.from({ length: pieces }, (_, index) => ({ sha256, index, version: 1, sealed: picture(600) })),
      )
      await db.records.bulkAdd(written)
      await db.outbox.bulkAdd(written.map((row) => ({ seq: row.seq })))
      await db.meta.put({ key: 'head', value: { seq, hash } })
    })
  },
  draft: (id: string, content: unknown) =>
    saveDraft(open(), {
      id,
      kind: 'registration',
      commune: open().communes[0]?.code as CommuneCode,
      subject: null,
      step: 'person',
      content,
    }),
  drafts: () => listDrafts(open()),
  photo: (draftId: string, bytes: number, canary?: string) =>
    addPhoto(open(), draftId, { role: 'cardFront', type: 'image/jpeg', bytes: picture(bytes, canary) }),
  /** What choosing a picture as large as a phone's camera makes does: reduced in its worker, sealed, stored. */
  async choosePhoto(draftId: string, file: Blob): Promise<string> {
    const prepared = await preparePhoto(file)
    if (prepared.kind !== 'prepared') return prepared.kind
    const { bytes, type } = prepared.photo
    return (await addPhoto(open(), draftId, { role: 'other', type, bytes })).kind
  },
  records: () => listRecords(open()),
  /** Checks every link of the chain on disk. @returns its length, or what is wrong. */
  async chain(): Promise<number | string> {
    const { envelopes, unreadable } = await nextEnvelopes(open().store, { fromSeq: 1, maxCount: 1e6, maxBytes: 1e9 })
    if (unreadable !== null) return `unreadable at ${unreadable}`
    let prev = await genesisHash(open().profileId)
    for (const [index, envelope] of envelopes.entries()) {
      if (envelope.seq !== index + 1 || envelope.prev !== prev) return `broken at ${envelope.seq}`
      prev = await envelopeHash(envelope)
    }
    return envelopes.length
  },
  /** Settles all that waits, as if the server had answered. */
  async settle(): Promise<number> {
    const { envelopes } = await nextEnvelopes(open().store, { fromSeq: 1, maxCount: 1e6, maxBytes: 1e9 })
    const results = envelopes.map(({ seq }) => ({ seq, id: null, status: 'accepted' as const }))
    return settlePush(open().store, envelopes, results)
  },
  /** One whole run of the synchronisation. @returns how many milliseconds it took. */
  async sync(): Promise<number> {
    const sync = startSync(open())
    const start = performance.now()
    await sync.now()
    const ms = performance.now() - start
    const { lastProblem } = sync.status()
    sync.stop()
    if (lastProblem !== null) throw new Error(`not in step: ${JSON.stringify(lastProblem)}`)
    return ms
  },
  applyPage: (feedPage: Parameters<typeof applyPage>[1]) => applyPage(open().store, feedPage),
  people: () => open().list.people().length,
  counts: async () => {
    const { db } = open().store
    const tables = db.tables.map(async (table) => [table.name, await table.count()] as const)
    return Object.fromEntries(await Promise.all(tables)) as Record<string, number>
  },
  exportFile: async (profileId: string) => (await exportSealedFile(tools, profileId as ProfileId)).size,
  remove: (profileId: string) => removeProfile(tools, profileId as ProfileId),
  wipe: (answer: unknown) => obeyWipeOrder(open().store, answer),
  databaseName: (profileId: string) => databaseName(profileId as ProfileId),
  closed: () => session?.store.closed() ?? null,
  session: open,
  tools,
}

const closings: string[] = []
export type StorePage = typeof page
Object.assign(globalThis, { page, closings })
