// Months' paying lists. Addresses below `/office`:
//   GET  /periods                                        the lists of the scope, in numbers
//   GET  /communes/:commune/periods/:period               one list: totals, progress by hamlet and officer, what stops it
//   POST /communes/:commune/periods/:period/draft         drafts it, or drafts it anew
//   POST …/check · …/lock · …/finish · …/close            steps; each names the version that was looked at
//   POST …/items · …/items/:item/correction               adds an item; changes its amount or takes it off, with a reason
//   POST …/assignments                                    gives deliveries to an officer, or takes them away
//   POST …/returned                                       who came back unpaid from the payment organisation
// People, settling and reconciliation: `period-people.ts` and `reconciliation.ts`.
import { z } from 'zod'
import { NonDeliveryReason } from '../../domain/code-lists/non-delivery-reasons.ts'
import { BeneficiaryId, CommuneCode, EntitlementId, StaffId, Uuid } from '../../domain/ids.ts'
import { Dong } from '../../domain/money.ts'
import { Channel } from '../../domain/payment/channel.ts'
import { ItemId, ItemKind } from '../../domain/payment/item.ts'
import { Period } from '../../domain/payment/period.ts'
import { PeriodState } from '../../domain/payment/period-state.ts'

const count = z.number().int().nonnegative()
const dong = z.number().int()

export const PeriodKey = z.object({ commune: CommuneCode, period: Period })
export type PeriodKey = z.infer<typeof PeriodKey>

/** People and đồng of a part of a list. due = counted − difference + elsewhere + unpaid; handed = counted by officers + double + rest. */
export const PayTotals = z.object({
  people: count,
  paid: count,
  notPaid: count,
  notYetVisited: count,
  partlyPaid: count,
  due: dong,
  counted: dong,
  difference: dong,
  elsewhere: dong,
  unpaid: dong,
  handed: dong,
  double: dong,
  openMatters: count,
})
export type PayTotals = z.infer<typeof PayTotals>

/** A list in numbers, without anybody's name. */
export const PeriodRow = z.object({
  commune: CommuneCode,
  period: Period,
  state: PeriodState,
  /** Grows with every change; a step names the one that was looked at. */
  version: count,
  totals: PayTotals,
  lockedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
})
export type PeriodRow = z.infer<typeof PeriodRow>

/** GET /office/periods, the newest first. */
export const PeriodsQuery = z.object({ commune: CommuneCode.optional() })
export const PeriodsAnswer = z.object({ items: z.array(PeriodRow) })
export type PeriodsAnswer = z.infer<typeof PeriodsAnswer>

export const MonthChangeRow = z.object({
  beneficiary: BeneficiaryId,
  name: z.string(),
  entitlement: EntitlementId,
  kind: z.enum(['added', 'increased', 'decreased', 'ended']),
  before: dong,
  now: dong,
  because: z.enum(['death', 'ceased', 'suspended', 'notYet', 'ended', 'left']).nullable(),
})
export type MonthChangeRow = z.infer<typeof MonthChangeRow>

export const PeriodProblemRow = z.object({
  kind: z.enum([
    'amountDiffers',
    'deadAfterMonth',
    'deathMonthUnknown',
    'duplicate',
    'notOwed',
    'leftList',
    'expiredAuthorisation',
    'unpaidTwoMonths',
    'unpaidThreeMonths',
  ]),
  /** It must be gone before the list can be locked. */
  blocks: z.boolean(),
  beneficiary: BeneficiaryId,
  name: z.string(),
  hamlet: z.string().nullable(),
  item: ItemId.nullable(),
  amount: dong.nullable(),
  listed: dong.nullable(),
  months: count.nullable(),
})
export type PeriodProblemRow = z.infer<typeof PeriodProblemRow>

/** GET /office/communes/:commune/periods/:period */
export const PeriodDetail = PeriodRow.extend({
  byKind: z.array(z.object({ kind: ItemKind, items: count, due: dong })),
  byChannel: z.array(z.object({ channel: Channel, totals: PayTotals })),
  /** Home deliveries only. `hamlet` null: the list does not say; `staff` null: nobody's. */
  byHamlet: z.array(
    z.object({
      hamlet: z.string().nullable(),
      totals: PayTotals,
      /** Who has deliveries there; null stands for those that nobody has. */
      officers: z.array(z.object({ staff: StaffId.nullable(), name: z.string().nullable(), people: count })),
    }),
  ),
  byOfficer: z.array(z.object({ staff: StaffId.nullable(), name: z.string().nullable(), totals: PayTotals })),
  /** Why people at home were not paid. */
  byReason: z.array(z.object({ reason: NonDeliveryReason, people: count, unpaid: dong })),
  /** What stands in the way now; after locking empty. */
  problems: z.array(PeriodProblemRow),
  /** Against the month before; after locking as it was then. */
  changes: z.array(MonthChangeRow),
  /** Officers to whom deliveries of this commune can be given. */
  officers: z.array(z.object({ staff: StaffId, name: z.string() })),
  checkedAt: z.string().nullable(),
  paidAt: z.string().nullable(),
  /** State of the list of the month before; null when there is none. */
  before: PeriodState.nullable(),
})
export type PeriodDetail = z.infer<typeof PeriodDetail>

/** POST …/check, …/lock, …/finish, …/close: upon the version that was looked at. */
export const PeriodStepRequest = z.strictObject({ version: count })
export type PeriodStepRequest = z.infer<typeof PeriodStepRequest>

/**
 * POST …/draft: nothing is known of the list yet, or it is drafted anew. From the list of people, or from the rows of a
 * paying list's file: one that was uploaded as an import, whose preview or commit shows how it was read.
 */
export const DraftRequest = z.strictObject({ version: count.nullable(), import: Uuid.nullable().default(null) })
export type DraftRequest = z.input<typeof DraftRequest>

/** Rows of the file that stand on no paying list now: somebody has to look at them. */
export const UnmatchedRow = z.object({
  row: count,
  name: z.string(),
  because: z.enum(['notOnList', 'severalFit', 'whichBenefit', 'twice']),
})
export type UnmatchedRow = z.infer<typeof UnmatchedRow>

export const PeriodStepAnswer = z.object({
  state: PeriodState,
  version: count,
  /** After closing: items that go on to the next month, and their đồng. */
  carriedOver: z.object({ items: count, amount: dong }).nullable(),
})

/** Answer to POST …/draft. */
export const DraftAnswer = PeriodStepAnswer.extend({ unmatched: z.array(UnmatchedRow) })
export type DraftAnswer = z.infer<typeof DraftAnswer>
export type PeriodStepAnswer = z.infer<typeof PeriodStepAnswer>

/** 409 `conflict`: why a step was refused. */
export const StepRefusal = z.enum([
  'wrongState',
  'blockingProblems',
  'openMatters',
  'earlierNotClosed',
  'changedMeanwhile',
])

const reason = z.string().trim().min(1).max(500)

/** POST …/items. Before locking a part of the draft, afterwards a recorded correction. */
export const NewItem = z.strictObject({
  beneficiary: BeneficiaryId,
  entitlement: EntitlementId.nullable(),
  kind: ItemKind.exclude(['carriedOver', 'monthly']),
  amount: Dong,
  /** With the decision's number; stays on the list. */
  note: reason,
})
export type NewItem = z.infer<typeof NewItem>

/** POST …/items/:item/correction. */
export const ItemCorrection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), amount: Dong, reason }),
  z.strictObject({ kind: z.literal('withdraw'), reason }),
  z.strictObject({ kind: z.literal('restore'), reason }),
])
export type ItemCorrection = z.infer<typeof ItemCorrection>
export const ItemAnswer = z.object({ item: ItemId, version: count })

/** POST …/assignments: home deliveries of these hamlets, or of these people. `staff` null takes them away. */
export const AssignmentRequest = z.strictObject({
  staff: StaffId.nullable(),
  /** A null hamlet: people of whom the list names none. */
  hamlets: z.array(z.string().max(300).nullable()).max(500).default([]),
  beneficiaries: z.array(BeneficiaryId).max(5000).default([]),
})
export type AssignmentRequest = z.output<typeof AssignmentRequest>
export const AssignmentAnswer = z.object({
  /** Deliveries that changed hands. */
  changed: count,
})

/** POST …/returned: people whom the payment organisation returned as unpaid. */
export const ReturnedRequest = z
  .strictObject({
    people: z
      .array(z.strictObject({ beneficiary: BeneficiaryId, reason: NonDeliveryReason }))
      .min(1)
      .max(5000),
    /** Of all of them; another reason needs words. */
    note: z.string().trim().max(1000).optional(),
  })
  .refine(({ people, note = '' }) => note !== '' || people.every(({ reason }) => reason !== 'R99'), { path: ['note'] })
export type ReturnedRequest = z.infer<typeof ReturnedRequest>
export const ReturnedAnswer = z.object({ noted: count })
