// Months' paying lists: their steps, their people, and what came back from the doors.
import type { z } from 'zod'
import type { BeneficiaryId, CommuneCode } from '../../domain/ids.ts'
import type { ItemId } from '../../domain/payment/item.ts'
import { ImportsPage } from '../../protocol/office/imports.ts'
import {
  MattersAnswer,
  type PayeeDecision,
  PayeeDecisionAnswer,
  PayeeDetail,
  PayeesPage,
  type PayeesQuery,
  Sheet,
  type SheetQuery,
} from '../../protocol/office/period-people.ts'
import {
  AssignmentAnswer,
  type AssignmentRequest,
  DraftAnswer,
  ItemAnswer,
  type ItemCorrection,
  type NewItem,
  PeriodDetail,
  type PeriodKey,
  PeriodsAnswer,
  PeriodStepAnswer,
  ReturnedAnswer,
  type ReturnedRequest,
} from '../../protocol/office/periods.ts'
import { Reconciliation, ReturnSummary } from '../../protocol/office/reconciliation.ts'
import { apiBase } from '../../protocol/version.ts'
import { type Answer, askServer, queryOf } from './ask-server.ts'

export type PeriodStepName = 'check' | 'lock' | 'finish' | 'close'

function pathOf({ commune, period }: PeriodKey): string {
  return `/communes/${commune}/periods/${period}`
}

/** Lists of the scope, the newest first. */
export function listPeriods(signal?: AbortSignal): Promise<Answer<PeriodsAnswer>> {
  return askServer(PeriodsAnswer, '/periods', { signal })
}

/** One list with its progress. */
export function readPeriod(key: PeriodKey, signal?: AbortSignal): Promise<Answer<PeriodDetail>> {
  return askServer(PeriodDetail, pathOf(key), { signal })
}

/**
 * Drafts a month.
 * @param version of the draft that was looked at; null when there is none yet.
 * @param file an import whose rows say what is owed; left out, the list of people says it.
 */
export function draftPeriod(key: PeriodKey, version: number | null, file?: string): Promise<Answer<DraftAnswer>> {
  const body = { version, import: file ?? null }
  return askServer(DraftAnswer, `${pathOf(key)}/draft`, { method: 'POST', body })
}

/** Lists of a commune that were uploaded, the newest first. */
export function listFiles(commune: CommuneCode, signal?: AbortSignal): Promise<Answer<ImportsPage>> {
  return askServer(ImportsPage, `/imports${queryOf({ commune, limit: 20 })}`, { signal })
}

/** Takes a step upon the version that was looked at. */
export function stepPeriod(key: PeriodKey, step: PeriodStepName, version: number): Promise<Answer<PeriodStepAnswer>> {
  return askServer(PeriodStepAnswer, `${pathOf(key)}/${step}`, { method: 'POST', body: { version } })
}

/** Adds an item; after locking that is a recorded correction. */
export function addItem(key: PeriodKey, item: NewItem): Promise<Answer<{ item: ItemId; version: number }>> {
  return askServer(ItemAnswer, `${pathOf(key)}/items`, { method: 'POST', body: item })
}

/** Changes an item's amount, takes it off the list or puts it back. */
export function correctItem(
  key: PeriodKey,
  item: ItemId,
  correction: ItemCorrection,
): Promise<Answer<{ item: ItemId; version: number }>> {
  return askServer(ItemAnswer, `${pathOf(key)}/items/${item}/correction`, { method: 'POST', body: correction })
}

/** Gives deliveries to an officer, or takes them away. */
export function assignDeliveries(
  key: PeriodKey,
  request: Partial<AssignmentRequest> & Pick<AssignmentRequest, 'staff'>,
): Promise<Answer<{ changed: number }>> {
  return askServer(AssignmentAnswer, `${pathOf(key)}/assignments`, { method: 'POST', body: request })
}

/** Notes who came back unpaid from the payment organisation. */
export function noteReturned(key: PeriodKey, request: ReturnedRequest): Promise<Answer<{ noted: number }>> {
  return askServer(ReturnedAnswer, `${pathOf(key)}/returned`, { method: 'POST', body: request })
}

/** A page of a list's people. */
export function listPayees(
  key: PeriodKey,
  query: Partial<PayeesQuery>,
  signal?: AbortSignal,
): Promise<Answer<PayeesPage>> {
  return askServer(PayeesPage, `${pathOf(key)}/people${queryOf(query)}`, { signal })
}

/** A person's month; the server writes into the log that it was asked for. */
export function readPayee(key: PeriodKey, person: BeneficiaryId, signal?: AbortSignal): Promise<Answer<PayeeDetail>> {
  return askServer(PayeeDetail, `${pathOf(key)}/people/${person}`, { signal })
}

/** A word on a double payment, a difference, a void. */
export function decidePayee(
  key: PeriodKey,
  person: BeneficiaryId,
  decision: PayeeDecision,
): Promise<Answer<z.output<typeof PayeeDecisionAnswer>>> {
  return askServer(PayeeDecisionAnswer, `${pathOf(key)}/people/${person}/decision`, { method: 'POST', body: decision })
}

/** All that waits for a word. */
export function listMatters(key: PeriodKey, signal?: AbortSignal): Promise<Answer<MattersAnswer>> {
  return askServer(MattersAnswer, `${pathOf(key)}/matters`, { signal })
}

/** Officers' days to the đồng. */
export function readReconciliation(key: PeriodKey, signal?: AbortSignal): Promise<Answer<Reconciliation>> {
  return askServer(Reconciliation, `${pathOf(key)}/reconciliation`, { signal })
}

/** What goes back before the 20th. */
export function readReturn(key: PeriodKey, signal?: AbortSignal): Promise<Answer<ReturnSummary>> {
  return askServer(ReturnSummary, `${pathOf(key)}/return`, { signal })
}

/** The list to be printed. */
export function readSheet(key: PeriodKey, query: SheetQuery, signal?: AbortSignal): Promise<Answer<Sheet>> {
  return askServer(Sheet, `${pathOf(key)}/sheet${queryOf(query)}`, { signal })
}

/** Address of the list as a spreadsheet. */
export function sheetFileOf(key: PeriodKey, query: SheetQuery): string {
  return `${apiBase}/office${pathOf(key)}/export${queryOf(query)}`
}
