// A month's whole list, person by person, with what is owed, who was paid and where the signature is.
import { banks } from '../../domain/code-lists/banks.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import type { ItemKind } from '../../domain/payment/item.ts'
import type { Sheet, SheetQuery, SheetRow } from '../../protocol/office/period-people.ts'
import { communesByCode } from '../store/communes.ts'
import { payablePeople, type PayablePerson } from '../store/payable-people.ts'
import { payeesWith } from '../store/payees.ts'
import { factsById } from '../store/payment-facts.ts'
import { itemsOfPeriod, type ListedItem } from '../store/payment-items.ts'
import type { PayeeTable, PaymentFactTable } from '../store/payment-tables.ts'
import { findPeriod } from '../store/periods.ts'
import { photosOfRecords, type RecordPicture } from '../store/record-photos.ts'
import type { Reader } from '../store/transaction.ts'
import { standingIn } from './read-payees.ts'
import type { PeriodPlace } from './take-period.ts'

const signatures = ['signature', 'thumbprint', 'witnessSignature'] as const
const bankNames = new Map(banks.map(({ bin, shortName }) => [bin, shortName]))

/** The list of a month, or those of it whom a filter finds; null when there is no such month. */
export async function sheetOf(db: Reader, place: PeriodPlace, query: SheetQuery): Promise<Sheet | null> {
  const { commune, period } = place
  if (!(await findPeriod(db, commune, period))) return null
  const payees = await payeesWith(db, commune, period, query)
  const items = Map.groupBy(await itemsOfPeriod(db, commune, period), ({ beneficiary }) => beneficiary)
  const people = await payablePeople(
    db,
    commune,
    payees.map(({ beneficiary_id }) => beneficiary_id),
  )
  const paidBy = new Map(payees.map((payee) => [payee.beneficiary_id, paymentOf(payee)]))
  const records = [...paidBy.values()].flatMap((id) => id ?? [])
  const facts = await factsById(db, commune, records)
  const photos = await photosOfRecords(db, [commune], records)
  const rows = payees.map((payee) => {
    const record = paidBy.get(payee.beneficiary_id)
    const fact = record === undefined ? undefined : facts.get(record)
    const pictures = (record === undefined ? undefined : photos.get(record)) ?? []
    const of = items.get(payee.beneficiary_id) ?? []
    return rowOf(payee, of, people.get(payee.beneficiary_id), fact, pictures)
  })
  return {
    ...place,
    communeName: (await communesByCode(db, [commune]))[0]?.name ?? (commune satisfies CommuneCode),
    rows,
    total: rows.reduce((sum, row) => sum + row.total, 0),
  }
}

function paymentOf(payee: PayeeTable) {
  const paid = standingIn(payee).items.find(({ state, paidBy }) => state === 'paid' && paidBy?.kind === 'record')
  return paid?.paidBy?.kind === 'record' ? paid.paidBy.record : undefined
}

function rowOf(
  payee: PayeeTable,
  items: readonly ListedItem[],
  person: PayablePerson | undefined,
  fact: PaymentFactTable | undefined,
  pictures: readonly RecordPicture[],
): SheetRow {
  const sum = (kind: ItemKind) =>
    items.reduce((total, item) => total + (item.kind === kind && !item.withdrawn ? item.amount : 0), 0)
  const method = person?.method ?? null
  const bank =
    method?.kind === 'bankAccount' && method.bank !== null ? (bankNames.get(method.bank) ?? method.bank) : null
  const provider = method?.kind === 'digitalAccount' ? method.provider : null
  const account = method?.kind === 'bankAccount' ? (method.account?.number ?? null) : null
  const signed = pictures.find(({ role, complete }) => complete && signatures.some((each) => each === role))
  return {
    beneficiary: payee.beneficiary_id,
    name: payee.name,
    birth: person?.birth ?? null,
    idNumber: person?.idNumber ?? null,
    fileCode: person?.fileCode ?? null,
    hamlet: payee.hamlet,
    address: person?.currentAddress ?? person?.permanentAddress ?? null,
    channel: payee.channel,
    bank: bank ?? provider,
    account: account ?? (method?.kind === 'digitalAccount' ? method.phone : null),
    substitute: person?.substitute?.name ?? null,
    monthly: sum('monthly'),
    arrears: sum('arrears'),
    funeral: sum('funeral'),
    oneOff: sum('oneOff'),
    carriedOver: sum('carriedOver'),
    total: payee.due,
    state: payee.state,
    reason: payee.reason,
    paid: payee.counted,
    paidAt: fact ? new Date(fact.moment).toISOString() : null,
    signature: signed ? { sha256: signed.sha256, role: signed.role } : null,
  }
}
