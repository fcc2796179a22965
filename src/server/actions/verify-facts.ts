// Whether what is stored is still what tablets signed, and whether every figure follows from it. Every chain is walked link
// by link against its tablet's key; what columns repeat of records is made again and compared; so is every person's month.
import { isDeepStrictEqual } from 'node:util'
import type { ProfileId } from '../../domain/ids.ts'
import { genesisHash } from '../../protocol/envelope.ts'
import { RecordBody } from '../../protocol/record.ts'
import { recordFormats } from '../../protocol/records/formats.ts'
import type { SettlementV1 } from '../../protocol/records/settlement.ts'
import type { Author, Fact } from '../fact.ts'
import { payeesOfPeriod } from '../store/payees.ts'
import { allPeriods } from '../store/periods.ts'
import type { PeriodTable } from '../store/payment-tables.ts'
import type { EnvelopeTable } from '../store/record-tables.ts'
import {
  columnsBeside,
  linksAfter,
  rowsWithoutRecord,
  type StoredProfile,
  storedProfiles,
} from '../store/stored-chains.ts'
import { inSnapshot, type Reader } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { checkEnvelopes } from './check-envelopes.ts'
import { factColumns, itemColumns, settlementColumns } from './fact-columns.ts'
import { columnsOf, workOut } from './work-out.ts'

/**
 * `altered`: words, place or signature of a link are not what the tablet signed · `missing`: links are gone, in the middle
 * or at the end · `brokenLink`: a link does not follow the one before it · `columnsDiffer`: columns say something else than
 * the record · `withoutRecord`: columns of a record that nobody sent · `withoutColumns`: a record that has no effect ·
 * `figuresDiffer`: where somebody's money stands does not follow from the facts.
 */
export type TamperKind =
  'altered' | 'missing' | 'brokenLink' | 'columnsDiffer' | 'withoutRecord' | 'withoutColumns' | 'figuresDiffer'

/** Where: `<profile>/<seq>`, a record's id, or `<commune>/<month>/<person>`. */
export type Tampering = { kind: TamperKind; where: string }

export type VerifyReport = { profiles: number; links: number; months: number; people: number; found: Tampering[] }

const linksAtOnce = 500
const peopleAtOnce = 500

/** Walks everything that is stored, in one snapshot; writes nothing. */
export function verifyFacts({ db }: Pick<ServerTools, 'db'>): Promise<VerifyReport> {
  return inSnapshot(db, verifyStored)
}

/** The same for what a transaction sees. */
export async function verifyStored(db: Reader): Promise<VerifyReport> {
  const report: VerifyReport = { profiles: 0, links: 0, months: 0, people: 0, found: [] }
  for (const profile of await storedProfiles(db)) {
    report.profiles += 1
    report.links += await walkChain(db, profile, report.found)
  }
  for (const { table, id } of await rowsWithoutRecord(db)) {
    report.found.push({ kind: 'withoutRecord', where: `${table}/${id}` })
  }
  for (const month of await allPeriods(db)) {
    report.months += 1
    report.people += await workOutAgain(db, month, report.found)
  }
  return report
}

async function workOutAgain(db: Reader, month: PeriodTable, found: Tampering[]): Promise<number> {
  const { commune, period } = month
  const people = (await payeesOfPeriod(db, commune, period)).map((payee) => payee.beneficiary_id)
  for (let start = 0; start < people.length; start += peopleAtOnce) {
    const { worked } = await workOut(db, month, people.slice(start, start + peopleAtOnce))
    for (const { payee, standing } of worked) {
      const stored: Record<string, unknown> = payee
      if (Object.entries(columnsOf(standing)).every(([column, value]) => stored[column] === value)) continue
      found.push({ kind: 'figuresDiffer', where: `${commune}/${period}/${payee.beneficiary_id}` })
    }
  }
  return people.length
}

async function walkChain(db: Reader, profile: StoredProfile, found: Tampering[]): Promise<number> {
  const at = (seq: number) => `${profile.id}/${seq}`
  let count = 0
  let last = { seq: 0, hash: await genesisHash(profile.id) }
  for (;;) {
    const rows = await linksAfter(db, profile.id, last.seq, linksAtOnce)
    const links = rows.map(({ seq, prev, sig, body }) => {
      return { seq, prev, sig, body: Buffer.from(body).toString('utf8') }
    })
    const { hashes, signed } = checkEnvelopes(profile.publicKey, links)
    const isSigned = await signed
    for (const [index, row] of rows.entries()) {
      for (let seq = last.seq + 1; seq < row.seq; seq += 1) found.push({ kind: 'missing', where: at(seq) })
      const hash = hashes[index] ?? ''
      const isWhole = hash === row.hash && isSigned[index] === true
      if (!isWhole) found.push({ kind: 'altered', where: at(row.seq) })
      // After a gap there is nothing to follow.
      if (row.seq === last.seq + 1 && row.prev !== last.hash) found.push({ kind: 'brokenLink', where: at(row.seq) })
      last = { seq: row.seq, hash: row.hash }
    }
    count += rows.length
    await compareColumns(db, profile.id, rows, found)
    if (rows.length < linksAtOnce) break
  }
  for (let seq = last.seq + 1; seq <= profile.headSeq; seq += 1) found.push({ kind: 'missing', where: at(seq) })
  if (last.seq > profile.headSeq || (last.seq === profile.headSeq && last.hash !== profile.headHash)) {
    found.push({ kind: 'brokenLink', where: at(profile.headSeq) })
  }
  return count
}

async function compareColumns(
  db: Reader,
  profileId: ProfileId,
  rows: readonly EnvelopeTable[],
  found: Tampering[],
): Promise<void> {
  const effective = rows.filter(({ status, kind }) => (status === 'accepted' || status === 'released') && kind !== null)
  const beside = await columnsBeside(
    db,
    effective.flatMap(({ record_id }) => record_id ?? []),
  )
  for (const row of effective) {
    const fact = factIn(row)
    // Words that are no record any more were found when the chain was walked.
    if (fact === null) continue
    const verdict = compare({ profileId, staffId: row.staff_id }, fact, beside)
    if (verdict !== null) found.push({ kind: verdict, where: fact.record.id })
  }
}

function factIn(row: EnvelopeTable): Fact<unknown> | null {
  try {
    const body = RecordBody.parse(JSON.parse(Buffer.from(row.body).toString('utf8')))
    const data = recordFormats[body.kind][body.v]?.parse(body.data)
    return { seq: row.seq, record: { ...body, data }, data }
  } catch {
    return null
  }
}

type Beside = Awaited<ReturnType<typeof columnsBeside>>

function compare(author: Author, fact: Fact<unknown>, beside: Beside): TamperKind | null {
  const { record } = fact
  if (record.kind === 'correction' && record.voids === undefined) return null
  if (record.kind === 'registration') {
    const row = beside.registrations.get(record.id)
    if (!row) return 'withoutColumns'
    const same = row.staff_id === author.staffId && row.profile_id === author.profileId && row.seq === fact.seq
    return same && isDeepStrictEqual(JSON.parse(row.data), plain(fact.data)) ? null : 'columnsDiffer'
  }
  const row = record.kind === 'settlement' ? beside.settlements.get(record.id) : beside.facts.get(record.id)
  if (!row) return 'withoutColumns'
  const columns =
    record.kind === 'settlement' ? settlementColumns(author, fact as Fact<SettlementV1>) : factColumns(author, fact)
  const { data, ...rest } = columns
  const stored = row as unknown as Record<string, unknown>
  const same =
    Object.entries(rest).every(([column, value]) => stored[column] === value) &&
    isDeepStrictEqual(JSON.parse(row.data), JSON.parse(data))
  const items = (beside.items.get(record.id) ?? []).map(({ item_id, amount }) => `${item_id}=${amount}`)
  const named = itemColumns(fact).map(({ item_id, amount }) => `${item_id}=${amount}`)
  return same && isDeepStrictEqual(items.toSorted(), named.toSorted()) ? null : 'columnsDiffer'
}

const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data))
