// A row laid over what the list knows. What the row leaves empty takes nothing away; what it says less exactly neither.
import type { Beneficiary } from '../beneficiary.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { Entitlement, Programme } from '../entitlement.ts'
import type { BeneficiaryId, CommuneCode, EntitlementId } from '../ids.ts'
import type { PaymentMethod } from '../payment-method.ts'
import { searchKey } from '../person-name.ts'
import type { ListRow } from './list-row.ts'

export const changedFields = [
  'name',
  'birth',
  'sex',
  'idNumber',
  'oldIdNumber',
  'fileCode',
  'phone',
  'permanentAddress',
  'currentAddress',
  'hamlet',
  'method',
  'substitute',
  'category',
  'monthly',
  'arrears',
  'decision',
  'from',
  'state',
] as const
export type ChangedField = (typeof changedFields)[number]

/** Before and after in the form they are stored in. */
export type FieldChange = { field: ChangedField; before: unknown; after: unknown }

/** Somebody whom the list did not know. */
export function newBeneficiary(row: ListRow, commune: CommuneCode, id: BeneficiaryId): Beneficiary {
  return {
    id,
    commune,
    name: row.name,
    birth: row.birth,
    sex: row.sex,
    idNumber: row.idNumber,
    oldIdNumber: row.oldIdNumber,
    fileCode: row.fileCode,
    phone: row.phone,
    phoneOwner: null,
    permanentAddress: row.permanentAddress,
    currentAddress: row.currentAddress,
    hamlet: row.hamlet,
    verification: 'notYet',
    method: row.method,
    account: hasAccount(row.method) ? 'opened' : 'none',
    substitute: row.substitute,
  }
}

/** A benefit that the list did not know. */
export function newEntitlement(row: ListRow, beneficiary: Beneficiary, id: EntitlementId): Entitlement {
  return {
    id,
    beneficiary: beneficiary.id,
    commune: beneficiary.commune,
    programme: row.programme as Programme,
    category: row.category,
    categoryText: row.categoryText,
    monthly: row.monthly,
    arrears: row.arrears,
    decision: row.decision,
    from: row.from as CalendarDate | null,
    until: null,
    state: 'active',
    stateReason: null,
  }
}

function hasAccount(method: PaymentMethod | null): boolean {
  return method?.kind === 'bankAccount' && method.account !== null
}

/** Letters and marks apart, so that `hòa` and `hoà`, and capitals, are the same spelling. */
function spelling(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => `${word.replace(/\p{M}/gu, '')}${[...(word.match(/\p{M}/gu) ?? [])].toSorted().join('')}`)
    .join(' ')
}

function sameText(before: unknown, after: unknown): boolean {
  return typeof before === 'string' && typeof after === 'string' && spelling(before) === spelling(after)
}

/** A name without any mark says no more than one with marks. */
function sameName(before: string, after: string): boolean {
  return sameText(before, after) || (searchKey(before) === searchKey(after) && spelling(after) === searchKey(after))
}

/** A list that says "account" or "cash" in general does not undo an account number or a reason that is known. */
function saysNoMore(before: PaymentMethod | null, after: PaymentMethod): boolean {
  if (before === null || before.kind !== after.kind) return false
  if (after.kind === 'bankAccount') {
    const { account } = after
    if (account === null) return after.bank === null || (before.kind === 'bankAccount' && before.bank === after.bank)
    const known = before.kind === 'bankAccount' ? before.account : null
    const sameBank = after.bank === null || (before.kind === 'bankAccount' && before.bank === after.bank)
    return sameBank && known?.number === account.number && searchKey(known.holder) === searchKey(account.holder)
  }
  if (after.kind === 'digitalAccount') {
    return (
      before.kind === 'digitalAccount' &&
      sameText(before.provider, after.provider) &&
      (after.phone ?? before.phone) === before.phone
    )
  }
  return true
}

/** The person as the list will have it, and what changes. */
export function updateBeneficiary(
  before: Beneficiary,
  row: ListRow,
): { beneficiary: Beneficiary; changes: FieldChange[] } {
  const after = { ...before }
  const changes: FieldChange[] = []
  function set<Field extends ChangedField & keyof Beneficiary>(field: Field, value: Beneficiary[Field]): void {
    if (value === null || value === before[field] || sameText(before[field], value)) return
    after[field] = value
    changes.push({ field, before: before[field], after: value })
  }
  if (!sameName(before.name, row.name)) set('name', row.name)
  if (row.birth !== null && !(before.birth ?? '').startsWith(row.birth)) set('birth', row.birth)
  set('sex', row.sex)
  // A citizen ID in the place of an old number keeps the old one beside it; an old number never displaces a citizen ID.
  if (row.idNumber !== null && row.idNumber !== before.oldIdNumber) {
    const known = before.idNumber
    if (row.idNumber.length === 9 && known?.length === 12) set('oldIdNumber', row.idNumber)
    else {
      set('idNumber', row.idNumber)
      if (row.idNumber.length === 12 && known?.length === 9 && row.oldIdNumber === null) set('oldIdNumber', known)
    }
  }
  if (row.oldIdNumber !== before.idNumber) set('oldIdNumber', row.oldIdNumber)
  set('fileCode', row.fileCode)
  set('phone', row.phone)
  set('permanentAddress', row.permanentAddress)
  set('currentAddress', row.currentAddress)
  set('hamlet', row.hamlet)
  if (row.method !== null && !saysNoMore(before.method, row.method)) {
    set('method', row.method)
    if (hasAccount(row.method)) after.account = 'opened'
  }
  if (row.substitute !== null && JSON.stringify(row.substitute) !== JSON.stringify(before.substitute)) {
    set('substitute', row.substitute)
  }
  return { beneficiary: after, changes }
}

/** The benefit as the list will have it, and what changes. A row of the list makes it active again. */
export function updateEntitlement(
  before: Entitlement,
  row: ListRow,
): { entitlement: Entitlement; changes: FieldChange[] } {
  const after = { ...before }
  const changes: FieldChange[] = []
  const saidCategory = row.category ?? before.category
  if (saidCategory !== before.category || (saidCategory === null && !sameText(before.categoryText, row.categoryText))) {
    changes.push({
      field: 'category',
      before: before.category ?? before.categoryText,
      after: saidCategory ?? row.categoryText,
    })
    after.category = saidCategory
  }
  if (row.categoryText !== '') after.categoryText = row.categoryText
  for (const field of ['monthly', 'arrears'] as const) {
    const isSaid = field === 'arrears' || !row.notices.includes('noMonthly')
    if (!isSaid || row[field] === before[field]) continue
    changes.push({ field, before: before[field], after: row[field] })
    after[field] = row[field]
  }
  if (row.decision !== null && row.decision !== before.decision) {
    changes.push({ field: 'decision', before: before.decision, after: row.decision })
    after.decision = row.decision
  }
  if (row.from !== null && row.from !== before.from) {
    changes.push({ field: 'from', before: before.from, after: row.from })
    after.from = row.from as CalendarDate
  }
  if (before.state !== 'active') {
    changes.push({ field: 'state', before: before.state, after: 'active' })
    after.state = 'active'
    after.stateReason = null
  }
  return { entitlement: after, changes }
}
