// The settlement of a day as far as it was entered, and what is still missing before it is a fact.
import { z } from 'zod'
import { CalendarDate } from '../calendar-date.ts'
import { CommuneCode, RecordId } from '../ids.ts'
import type { PhotoRole } from '../paper.ts'
import type { DayToSettle } from './days-to-settle.ts'
import { Period } from './period.ts'
import { type CountedNote, denominations, differenceOf, sumOfNotes } from './settlement.ts'

const text = z.string().max(1000).catch('')

export const SettlementDraft = z.object({
  /** Made with the draft: however often it is saved, it is one settlement. */
  recordId: RecordId,
  day: CalendarDate,
  period: Period,
  commune: CommuneCode,
  /** Digits as typed, with or without dots. */
  cashOut: text,
  /** How many of each note, as typed, in the order of `denominations`. */
  counts: z.array(text).catch([]),
  differenceReason: text,
  receiver: text,
  /** What was paid by the records when the first signature was given; null before. */
  signedFor: z.number().int().nullable().catch(null),
})
export type SettlementDraft = z.infer<typeof SettlementDraft>

export type SettlementLack =
  | 'cashOut'
  | 'counts'
  | 'differenceReason'
  | 'receiver'
  | 'signature'
  | 'witnessSignature'
  /** Payments came or were voided after somebody had signed: the figures have to be signed anew. */
  | 'changedSince'

/** All in đồng. `null`: not entered yet, or not a number. */
export type SettlementFigures = {
  cashOut: number | null
  /** By the records; below zero in an addition that takes back more than it adds. */
  paid: number
  /** What should come back. */
  expected: number | null
  counted: CountedNote[] | null
  returned: number | null
  /** Counted minus expected: below zero when money is missing. */
  difference: number | null
}

/** A whole number of đồng or notes as people type it: `21.500.000`, `21500000`. Null for anything else. */
export function readWhole(typed: string): number | null {
  const digits = typed.replaceAll(/[\s.,]/g, '')
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null
}

/** The figures of a settlement, each made in one place only. */
export function figuresOf(draft: Pick<SettlementDraft, 'cashOut' | 'counts'>, paid: number): SettlementFigures {
  const cashOut = readWhole(draft.cashOut)
  // An empty line is no note of that kind.
  const typed = denominations.map((note, index) => ({ note, count: readCount(draft.counts[index] ?? '') }))
  const counted = typed.some(({ count }) => count === null)
    ? null
    : typed.flatMap(({ note, count }) => (count === null || count === 0 ? [] : [{ note, count }]))
  const returned = counted === null ? null : sumOfNotes(counted)
  const difference = cashOut === null || returned === null ? null : differenceOf({ cashOut, paid, returned })
  return { cashOut, paid, expected: cashOut === null ? null : cashOut - paid, counted, returned, difference }
}

function readCount(typed: string): number | null {
  return typed.trim() === '' ? 0 : readWhole(typed)
}

export type SettlementCompletion =
  | {
      kind: 'complete'
      data: {
        day: CalendarDate
        period: Period
        cashOut: number
        paid: number
        returned: number
        counted: CountedNote[]
        difference: number
        differenceReason: string | null
        payments: RecordId[]
        voided: RecordId[]
        receiver: string
      }
    }
  | { kind: 'incomplete'; missing: SettlementLack[] }
  /** The day may not be settled now; why stands in the plan. */
  | { kind: 'closed'; plan: Exclude<DayToSettle['plan'], { kind: 'open' }> }

/** Judges a draft: the record's data, or everything that is missing, in the order of the form. */
export function completeSettlement(
  draft: SettlementDraft,
  { plan }: Pick<DayToSettle, 'plan'>,
  photos: readonly PhotoRole[],
): SettlementCompletion {
  if (plan.kind !== 'open') return { kind: 'closed', plan }
  const { cashOut, counted, returned, difference, paid } = figuresOf(draft, plan.paid)
  const lacks: Record<SettlementLack, boolean> = {
    cashOut: cashOut === null,
    counts: counted === null,
    differenceReason: difference !== null && difference !== 0 && draft.differenceReason.trim() === '',
    receiver: draft.receiver.trim() === '',
    signature: !photos.includes('signature'),
    witnessSignature: !photos.includes('witnessSignature'),
    changedSince: draft.signedFor !== null && draft.signedFor !== plan.paid,
  }
  const missing = (Object.keys(lacks) as SettlementLack[]).filter((lack) => lacks[lack])
  if (missing.length > 0 || cashOut === null || counted === null || returned === null || difference === null) {
    return { kind: 'incomplete', missing }
  }
  const { day, period } = draft
  const data = {
    day,
    period,
    cashOut,
    paid,
    returned,
    counted,
    difference,
    differenceReason: difference === 0 ? null : draft.differenceReason.trim(),
    payments: plan.payments,
    voided: plan.voided,
    receiver: draft.receiver.trim(),
  }
  return { kind: 'complete', data }
}
