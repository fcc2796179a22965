// A payment at a door as far as it was entered, and what is still missing before it is a fact.
import { z } from 'zod'
import type { Beneficiary } from '../beneficiary.ts'
import type { CalendarDate } from '../calendar-date.ts'
import { RecordId } from '../ids.ts'
import type { PhotoRole } from '../paper.ts'
import type { SubstituteRecipient } from '../substitute-recipient.ts'
import { tidyText } from '../tidy-text.ts'
import { Delivery } from './delivery.ts'
import type { DoorItem, DoorStanding } from './door.ts'
import { ItemId } from './item.ts'
import { type AuthorisationMonths, type Recipient, recipientsOf } from './recipient.ts'

export const ReceivedBy = z.enum(['self', 'guardian', 'authorisedPerson'])
export type ReceivedBy = z.infer<typeof ReceivedBy>

export const PaymentDraft = z.object({
  /** Made with the draft: however often it is saved, it is one payment. */
  recordId: RecordId,
  /** As it was when the draft was begun: it may be taken away from the tablet meanwhile. */
  delivery: Delivery,
  /** Items that are left out of what is handed over. */
  leftOut: z.array(ItemId).catch([]),
  receivedBy: ReceivedBy.catch('self'),
  checkedBy: z.enum(['card', 'sight', '']).catch(''),
  /** Why the card was not scanned. */
  checkNote: z.string().max(500).catch(''),
  how: z.enum(['signature', 'thumbprint', 'witness']).catch('signature'),
  /** The name of the witness who signs. */
  witness: z.string().max(200).catch(''),
  /** The officer says that the money was handed over although the office knows of a payment elsewhere. */
  paidAllTheSame: z.boolean().catch(false),
})
export type PaymentDraft = z.infer<typeof PaymentDraft>

export type PaymentLack =
  /** Nothing is left to be handed over. */
  | 'items'
  /** This tablet has recorded a payment of one of the items; it has to be voided first. */
  | 'paidHere'
  /** The office knows of a payment of one of the items. */
  | 'paidElsewhere'
  /** Nobody on the list may receive in this way. */
  | 'recipient'
  | 'authorisationExpired'
  | 'authorisationNotYet'
  | 'check'
  | 'checkNote'
  | 'signature'
  | 'thumbprint'
  | 'witnessName'
  | 'witnessSignature'

/** The picture that each way of confirming leaves. */
export const pictureOfConfirmation = {
  signature: 'signature',
  thumbprint: 'thumbprint',
  witness: 'witnessSignature',
} as const satisfies Record<PaymentDraft['how'], PhotoRole>

export type PaymentAbout = {
  standing: DoorStanding
  /** Null for somebody who is no longer on the list. */
  person: Pick<Beneficiary, 'substitute'> | null
  photos: readonly PhotoRole[]
  day: CalendarDate
  months: AuthorisationMonths
}

/** Data of the payment's record. */
export type HandedOver = {
  period: Delivery['period']
  items: { id: ItemId; amount: Delivery['total'] }[]
  amount: number
  receivedBy: ReceivedBy
  substitute: SubstituteRecipient | null
  checkedBy: 'card' | 'sight'
  checkNote: string | null
  confirmation: PaymentDraft['how']
  /** Null unless a witness signed. */
  witness: string | null
}

export type PaymentCompletion = { kind: 'complete'; data: HandedOver } | { kind: 'incomplete'; missing: PaymentLack[] }

/**
 * What this payment would hand over. What was due when the draft was begun stays chosen when the office tells of a payment
 * elsewhere: the money may be out of the officer's hand.
 */
export function chosenItems(
  { delivery, leftOut }: Pick<PaymentDraft, 'delivery' | 'leftOut'>,
  { items }: DoorStanding,
): DoorItem[] {
  const wasDue = new Set(delivery.items.filter(({ state }) => state === 'due').map(({ id }) => id))
  return items.filter(
    ({ id, standing }) =>
      !leftOut.includes(id) && (standing === 'due' || (standing === 'paidElsewhere' && wasDue.has(id))),
  )
}

/**
 * The delivery that a draft is about: items and amounts as the person was told them, states as the office knows them now.
 * @param now undefined when the delivery was taken away from this tablet.
 */
export function deliveryOfDraft({ delivery }: Pick<PaymentDraft, 'delivery'>, now: Delivery | undefined): Delivery {
  if (now === undefined) return delivery
  const states = new Map(now.items.map(({ id, state }) => [id, state]))
  const items = delivery.items.map((item) => ({ ...item, state: states.get(item.id) ?? item.state }))
  return { ...delivery, items, paidBy: now.paidBy, voidLimit: now.voidLimit }
}

/** Đồng of items together. */
export function sumOfItems(items: readonly Pick<DoorItem, 'amount'>[]): number {
  return items.reduce((sum, { amount }) => sum + amount, 0)
}

/** Judges a draft: the record's data, or everything that is missing, in the order of the form. */
export function completePayment(draft: PaymentDraft, about: PaymentAbout): PaymentCompletion {
  const { standing, photos } = about
  const recipient = recipientsOf(about.person ?? { substitute: null }, about.day, about.months).find(
    ({ receivedBy }) => receivedBy === draft.receivedBy,
  )
  const chosen = chosenItems(draft, standing)
  const items = draft.paidAllTheSame ? chosen : chosen.filter((item) => item.standing === 'due')
  const isPaidHere = standing.items.some((item) => item.standing === 'paidHere' && !draft.leftOut.includes(item.id))
  const lacks: Record<PaymentLack, boolean> = {
    items: chosen.length === 0 && !isPaidHere,
    paidHere: chosen.length === 0 && isPaidHere,
    paidElsewhere: chosen.length > items.length,
    recipient: recipient === undefined,
    authorisationExpired: isKind(recipient, 'expired'),
    authorisationNotYet: isKind(recipient, 'notYet'),
    check: draft.checkedBy === '',
    checkNote: draft.checkedBy === 'sight' && draft.checkNote.trim() === '',
    signature: draft.how === 'signature' && !photos.includes('signature'),
    thumbprint: draft.how === 'thumbprint' && !photos.includes('thumbprint'),
    witnessName: draft.how === 'witness' && tidyText(draft.witness) === '',
    witnessSignature: draft.how === 'witness' && !photos.includes('witnessSignature'),
  }
  const missing = (Object.keys(lacks) as PaymentLack[]).filter((lack) => lacks[lack])
  if (missing.length > 0 || recipient === undefined || draft.checkedBy === '') return { kind: 'incomplete', missing }
  const data: HandedOver = {
    period: draft.delivery.period,
    items: items.map(({ id, amount }) => ({ id, amount })),
    amount: sumOfItems(items),
    receivedBy: draft.receivedBy,
    substitute: recipient.receivedBy === 'self' ? null : recipient.substitute,
    checkedBy: draft.checkedBy,
    checkNote: draft.checkNote.trim() || null,
    confirmation: draft.how,
    witness: draft.how === 'witness' ? tidyText(draft.witness) : null,
  }
  return { kind: 'complete', data }
}

function isKind(recipient: Recipient | undefined, kind: 'expired' | 'notYet'): boolean {
  return recipient !== undefined && recipient.receivedBy !== 'self' && recipient.standing.kind === kind
}
