// Profiles: one member of staff on one tablet, and where its chain stands.
import type { ProfileId, StaffId } from '../../domain/ids.ts'
import type { ContactReport } from '../../protocol/contact.ts'
import type { PublicKeyJwk } from '../../protocol/signing.ts'
import { keptQuery } from './kept-query.ts'
import type { Reader, Trx } from './transaction.ts'

/**
 * Uses up an enrolment code.
 * @returns the member of staff it was made for; undefined for wrong, used and expired codes and dismissed people.
 */
export async function useEnrolmentCode(
  trx: Trx,
  codeHash: string,
  { profileId, at }: { profileId: ProfileId; at: number },
) {
  const used = await trx
    .updateTable('enrolment_code')
    .set({ used_at: at, used_by_profile: profileId })
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('staff_id')
    .executeTakeFirst()
  if (!used) return undefined
  return trx
    .selectFrom('staff')
    .select(['id', 'name', 'role', 'all_communes'])
    .where('id', '=', used.staff_id)
    .where('active', '=', 1)
    .executeTakeFirst()
}

export type NewProfile = {
  id: ProfileId
  staffId: StaffId
  tokenHash: string
  publicKey: PublicKeyJwk
  /** Genesis hash of the chain. */
  head: string
  tablet: { name?: string | undefined; userAgent?: string | undefined; screen?: string | undefined }
  app: string
  at: number
}

/** A new profile, before its first record. */
export async function insertProfile(trx: Trx, profile: NewProfile): Promise<void> {
  await trx
    .insertInto('profile')
    .values({
      id: profile.id,
      staff_id: profile.staffId,
      token_hash: profile.tokenHash,
      public_key: JSON.stringify(profile.publicKey),
      state: 'active',
      tablet_name: profile.tablet.name ?? '',
      user_agent: profile.tablet.userAgent ?? '',
      screen: profile.tablet.screen ?? '',
      app: profile.app,
      enrolled_at: profile.at,
      last_contact_at: profile.at,
      head_seq: 0,
      head_hash: profile.head,
      frozen_at: null,
      revoked_at: null,
      revoked_by: null,
      wipe_told_at: null,
      records_waiting: null,
      photos_waiting: null,
      persisted: null,
      storage_used: null,
      storage_quota: null,
      store_trouble: null,
      reported_at: null,
    })
    .execute()
}

/** Takes the profile's row until commit, so that two pushes of one chain come one after the other. */
export async function lockProfile(trx: Trx, id: ProfileId, at: number) {
  const [row] = await takeRow(trx, { id, at })
  if (row === undefined) throw new Error('a profile is never removed')
  return row
}

const takeRow = keptQuery((db, { id, at }: { id: ProfileId; at: number }) =>
  db
    .updateTable('profile')
    .set({ last_contact_at: at })
    .where('id', '=', id)
    .returning(['head_seq', 'head_hash', 'state']),
)

/** Moves the end of the chain. */
export async function moveHead(trx: Trx, id: ProfileId, head: { seq: number; hash: string }): Promise<void> {
  await setHead(trx, { id, ...head })
}

const setHead = keptQuery((db, { id, seq, hash }: { id: ProfileId; seq: number; hash: string }) =>
  db.updateTable('profile').set({ head_seq: seq, head_hash: hash }).where('id', '=', id),
)

/** Takes nothing more from this profile until the office decides. */
export async function freezeProfile(trx: Trx, id: ProfileId, at: number): Promise<void> {
  await trx
    .updateTable('profile')
    .set({ state: 'frozen', frozen_at: at })
    .where('id', '=', id)
    .where('state', '=', 'active')
    .execute()
}

/** The seq that the server wants next from a profile. */
export async function nextSeq(db: Reader, id: ProfileId): Promise<number> {
  const { head_seq } = await db.selectFrom('profile').select('head_seq').where('id', '=', id).executeTakeFirstOrThrow()
  return head_seq + 1
}

/** Notes that a tablet was heard from; at most once a minute, because it costs a disk sync. */
export async function noteHeard(db: Reader, id: ProfileId, at: number): Promise<void> {
  await db
    .updateTable('profile')
    .set({ last_contact_at: at })
    .where('id', '=', id)
    .where('last_contact_at', '<', at - 60_000)
    .execute()
}

/** Keeps what a tablet told of itself. */
export async function putReport(db: Reader, id: ProfileId, report: ContactReport, at: number): Promise<void> {
  await db
    .updateTable('profile')
    .set({
      app: report.app,
      records_waiting: report.recordsWaiting,
      photos_waiting: report.photosWaiting,
      persisted: report.persisted === null ? null : report.persisted ? 1 : 0,
      storage_used: report.storageUsed,
      storage_quota: report.storageQuota,
      store_trouble: report.storeTrouble,
      reported_at: at,
      last_contact_at: at,
    })
    .where('id', '=', id)
    .execute()
}

/** Notes when a revoked tablet first asked and was told to wipe itself. */
export async function noteWipeTold(db: Reader, id: ProfileId, at: number): Promise<void> {
  await db
    .updateTable('profile')
    .set({ wipe_told_at: at })
    .where('id', '=', id)
    .where('wipe_told_at', 'is', null)
    .execute()
}
