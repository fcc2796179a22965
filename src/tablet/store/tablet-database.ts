// The tables of one profile's database. Whatever is personal is sealed before it comes here; what stands in the clear is
// what the store must know while the vault is locked: numbers, hashes, states.
import { Dexie, type Table } from 'dexie'
import type { CommuneCode, PhotoHash, ProfileId } from '../../domain/ids.ts'
import type { PhotoRole } from '../../domain/paper.ts'
import type { Bytes } from '../../protocol/bytes.ts'
import type { CommuneRef } from '../../protocol/enrolment.ts'
import type { PhotoType } from '../../protocol/photos.ts'
import type { QuarantineReason } from '../../protocol/push.ts'
import type { KeyCost, StoreTools } from './store-tools.ts'

/** Version of the tables below; Dexie keeps it in the database, times ten. */
export const storeVersion = 3
/** What this build writes into rows. A newer build that writes otherwise raises `minWriter` in the database. */
export const writerVersion = 3

type VaultValues = {
  /** The data key, wrapped by what Argon2id makes of the PIN; `wrapped` null: destroyed after too many wrong PINs. */
  lock: { cost: KeyCost; salt: Bytes; wrapped: Bytes | null }
  /** The data key sealed to the server: for the sealed file and for a forgotten PIN. */
  escrow: string
  /** Token, staff and the server's keys, as JSON. */
  secrets: SealedValue
  /** PKCS #8. */
  signingKey: SealedValue
  attempts: Attempts
  recovery: { recoveryId: string; claim: string; check: string }
  /** The office's word on this profile's key, as JSON: receipts carry it. */
  certificate: SealedValue
}

type MetaValues = {
  schema: { minWriter: number }
  head: { seq: number; hash: string }
  list: ListMeta
  contact: { at: number; serverTime: number | null; clockSkewMs: number | null; latestClock: number }
  /** Set while the server's chain and this one do not go together: nothing can be sent. */
  frozen: { why: FrozenWhy; seq: number; at: number }
  /** A new value every few seconds while a tab syncs. */
  beat: string
  /** The photo whose upload was begun last: after a crash the server may have a part of it. */
  uploading: PhotoHash
  /** Everything up to this seq, with its photos, is safe elsewhere: in a sealed file, or carried over to another profile. */
  exported: { throughSeq: number; at: number }
}

/**
 * Why a profile can send no more: another tablet has its chain (`fork`, `rolledBack`: the server knows more than this tablet),
 * its own store is damaged, or the server wants records that were cleared away.
 */
export type FrozenWhy = 'fork' | 'badChain' | 'badSignature' | 'rolledBack' | 'recordsGone' | 'damagedRecord'

/** `marks`: per opened page, when it first saw this wait and how much of it was left then. */
export type Attempts = {
  failures: number
  waitMs: number
  marks: Record<string, { uptime: number; waitMs: number }>
}

export type ListMeta = {
  cursor: string | null
  epoch: string | null
  communes: CommuneRef[]
  /** Raised whenever the list is pulled all over again. */
  generation: number
  /** Raised with every change, so that another tab's picture of the pages shows as old. */
  version: number
  nextPage: number
  state: 'never' | 'held' | 'expired'
  /** The sheet that goes with the pages (list-sheet.ts), if there is one. */
  sheet?: SheetNote | null
}

/** What a list says of its sheet. `stale`: pages that were written since, and are to be read instead. */
export type SheetNote = { readonly id: string; readonly blocks: number; readonly stale: readonly number[] }

/** `version` is the format of the plain text; it is part of what the seal protects. */
export type SealedValue = { version: number; sealed: Bytes }

export type RecordState = 'waiting' | 'sent' | 'quarantined'
export type RecordRow = SealedValue & {
  seq: number
  id: string
  /** The envelope's hash. */
  hash: string
  state: RecordState
  reasons: QuarantineReason[]
  /** Length of the envelope's JSON in UTF-8. */
  bytes: number
  /** Server time in milliseconds when the server took it; 0 while it waits. */
  settledAt: number
}

export type PhotoRow = {
  sha256: PhotoHash
  type: PhotoType
  bytes: number
  state: 'held' | 'complete' | 'lost'
  /** Bytes that the server has. */
  sent: number
  /** Sealed pieces on disk; 0 once they were cleared away. */
  chunks: number
  addedAt: number
  /** Server time in milliseconds; 0 until complete. */
  completeAt: number
  /** Drafts that use it, and as what. */
  uses: { draft: string; role: PhotoRole }[]
  draftIds: string[]
  /** Records that name it. */
  seqs: number[]
}

export type PageRow = SealedValue & { page: number; commune: CommuneCode; generation: number }

/** The lines of a page; those of a page of the first format are in its own row. */
export type LinesRow = SealedValue & { page: number }

/** A piece of a sheet. */
export type SheetRow = SealedValue & { sheet: string; block: number; part: number }

export type DeliveryRow = SealedValue & { id: string; commune: CommuneCode; generation: number }

type KeyValue<Values> = { [Key in keyof Values]: { key: Key; value: Values[Key] } }[keyof Values]

export class TabletDatabase extends Dexie {
  declare vault: Table<KeyValue<VaultValues>, keyof VaultValues>
  declare meta: Table<KeyValue<MetaValues>, keyof MetaValues>
  declare records: Table<RecordRow, number>
  declare outbox: Table<{ seq: number }, number>
  declare photos: Table<PhotoRow, string>
  declare photoChunks: Table<SealedValue & { sha256: PhotoHash; index: number }, [string, number]>
  declare drafts: Table<SealedValue & { id: string }, string>
  declare pages: Table<PageRow, number>
  declare lines: Table<LinesRow, number>
  declare sheets: Table<SheetRow, [string, number, number]>
  declare outcomes: Table<SealedValue & { id: string }, string>
  declare deliveries: Table<DeliveryRow, string>
  /** Space that is given back when a record would not fit. */
  declare ballast: Table<{ id: number; weight: Blob | Bytes }, number>

  /** @param create true once, at enrolment: at any other time a database that is not there must not come into being. */
  constructor(tools: Pick<StoreTools, 'indexedDB' | 'IDBKeyRange'>, profileId: ProfileId, create = false) {
    super(databaseName(profileId), {
      indexedDB: tools.indexedDB,
      IDBKeyRange: tools.IDBKeyRange,
      // Without it Chromium says "complete" before anything is on the disk.
      chromeTransactionDurability: 'strict',
      // A database that the browser took away must not come back as an empty one.
      autoOpen: false,
      cache: 'disabled',
    })
    this.version(1).stores({
      vault: 'key',
      meta: 'key',
      records: 'seq, &id, [state+settledAt]',
      outbox: 'seq',
      photos: 'sha256, state, *draftIds, *seqs',
      photoChunks: '[sha256+index]',
      drafts: 'id',
      pages: 'page, commune, generation',
      outcomes: 'id',
      ballast: 'id',
    })
    this.version(2).stores({ lines: 'page', deliveries: 'id, commune, generation' })
    this.version(storeVersion).stores({ sheets: '[sheet+block+part]' })
    if (!create) this.on('populate', refuse)
  }
}

function refuse(): never {
  throw new Error('a database that was here may not be created anew')
}

export function databaseName(profileId: ProfileId): string {
  return `tan-nha-${profileId}`
}

export async function readVault<Key extends keyof VaultValues>(
  db: TabletDatabase,
  key: Key,
): Promise<VaultValues[Key] | undefined> {
  return (await db.vault.get(key))?.value as VaultValues[Key] | undefined
}

export async function readMeta<Key extends keyof MetaValues>(
  db: TabletDatabase,
  key: Key,
): Promise<MetaValues[Key] | undefined> {
  return (await db.meta.get(key))?.value as MetaValues[Key] | undefined
}

/** A value that is written with the database itself. @throws when it is missing all the same. */
export async function getMeta<Key extends 'head' | 'list'>(db: TabletDatabase, key: Key): Promise<MetaValues[Key]> {
  const value = await readMeta(db, key)
  if (value === undefined) throw new Error(`the database lacks its ${key}`)
  return value
}
