// The review queue, and one registration with all that its reviewer needs. Reading one is written into the log.
import type { CommuneCode, RecordId } from '../../domain/ids.ts'
import { Paper } from '../../domain/paper.ts'
import { differencesFromList } from '../../domain/registered-beneficiary.ts'
import type { RegistrationDetail, RegistrationPage, RegistrationQuery } from '../../protocol/office/registrations.ts'
import { RecordBody } from '../../protocol/record.ts'
import { RegistrationV1 } from '../../protocol/records/registration.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { effectiveRecords } from '../store/envelopes.ts'
import { writeKeyset } from '../store/keyset.ts'
import { entitlementsOf, findPerson } from '../store/people.ts'
import {
  findRegistration,
  photoCounts,
  photosOfRecord,
  queueCounts,
  queuePage,
  reviewSteps,
} from '../store/review-queue.ts'
import { inTransaction, type Reader } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { findDuplicates } from './find-duplicates.ts'

const moment = (at: number) => new Date(at).toISOString()
/** How far back a chain of registrations that take each other's place is followed. */
const earlierAtMost = 5

/** A page of the queue and how many wait in each state. */
export function registrationsInScope(
  tools: ServerTools,
  actor: OfficeActor,
  query: RegistrationQuery,
): Promise<RegistrationPage> {
  const { state, commune, q, cursor, limit } = query
  return inTransaction(tools.db, async (trx) => {
    const found = await queuePage(trx, actor.communes, { state, commune, q }, { cursor, limit })
    const rows = found.slice(0, limit)
    const last = found.length > limit ? rows.at(-1) : undefined
    const photos = await photoCounts(
      trx,
      rows.map(({ id }) => id),
    )
    await writeAudit(trx, tools, actor, {
      action: 'registration.listed',
      commune: commune ?? null,
      detail: { state: state ?? null, searched: (q ?? '') !== '', count: rows.length },
    })
    const items = rows.map((row) => {
      const { birth, hamlet } = RegistrationV1.parse(JSON.parse(row.data)).person
      const { all, whole } = photos.get(row.id) ?? { all: 0, whole: 0 }
      return {
        id: row.id,
        commune: row.commune,
        name: row.name,
        birth,
        hamlet,
        officer: row.officer,
        at: moment(row.recorded_at),
        receivedAt: moment(row.received_at),
        state: row.state,
        photos: all,
        photosMissing: all - whole,
        isNew: row.beneficiary_id === null,
        replaced: row.superseded_by !== null,
      }
    })
    return {
      items,
      next: last ? writeKeyset([last.received_at, last.id]) : null,
      counts: await queueCounts(trx, actor.communes, { commune, q }),
    }
  })
}

/** One registration; null when it is not in the actor's scope. */
export async function readRegistration(
  tools: ServerTools,
  actor: OfficeActor,
  id: RecordId,
): Promise<RegistrationDetail | null> {
  return inTransaction(tools.db, async (trx) => {
    const row = await findRegistration(trx, actor.communes, id)
    if (!row) return null
    const data = RegistrationV1.parse(JSON.parse(row.data))
    const person = row.beneficiary_id
    const current = person === null ? null : await findPerson(trx, actor.communes, person)
    const rights = person === null ? new Map() : await entitlementsOf(trx, actor.communes, [person])
    const about = {
      commune: row.commune,
      person: data.person,
      except: { beneficiary: current?.id ?? null, registrations: [id, row.amends] },
      elsewhere: [],
    }
    const steps = await reviewSteps(trx, row.commune, id)
    await writeAudit(trx, tools, actor, {
      action: 'registration.viewed',
      commune: row.commune,
      thing: 'registration',
      thingId: id,
    })
    return {
      id,
      version: row.version,
      commune: row.commune,
      recordedIn: row.recorded_in,
      state: row.state,
      account: row.account,
      officer: row.officer,
      profileId: row.profile_id,
      at: moment(row.recorded_at),
      receivedAt: moment(row.received_at),
      clockSkewMs: await clockSkewOf(trx, id),
      data,
      photos: await photosFor(trx, row.commune, id, row.amends),
      current,
      differences: current ? differencesFromList(current, data) : [],
      entitlements: (current && rights.get(current.id)) ?? [],
      duplicates: await findDuplicates(trx, about),
      amends: row.amends,
      replacedBy: row.superseded_by,
      history: steps.map((step) => ({
        at: moment(step.at),
        by: step.by,
        state: step.state,
        papers: Paper.array().parse(JSON.parse(step.papers)),
        note: step.note,
      })),
    }
  })
}

async function clockSkewOf(db: Reader, id: RecordId): Promise<number | null> {
  const [stored] = await effectiveRecords(db, [id])
  const record = stored && RecordBody.safeParse(JSON.parse(Buffer.from(stored.body).toString('utf8')))
  return record?.data?.clockSkewMs ?? null
}

/** A registration that takes another's place brings only what is new: the rest is with the earlier one. */
async function photosFor(
  db: Reader,
  commune: CommuneCode,
  id: RecordId,
  amends: RecordId | null,
): Promise<RegistrationDetail['photos']> {
  const photos: RegistrationDetail['photos'] = []
  let next: RecordId | null = id
  let before: RecordId | null = amends
  for (let depth = 0; next !== null && depth <= earlierAtMost; depth += 1) {
    for (const { whole, ...photo } of await photosOfRecord(db, commune, next)) {
      if (!photos.some(({ sha256, role }) => sha256 === photo.sha256 && role === photo.role)) {
        photos.push({ ...photo, arrived: whole, earlier: depth > 0 })
      }
    }
    next = before
    before = next === null ? null : ((await findRegistration(db, [commune], next))?.amends ?? null)
  }
  return photos
}
