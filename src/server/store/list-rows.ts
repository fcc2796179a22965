// People and entitlements as rows of their tables.
import type { Insertable } from 'kysely'
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import { nameSortKey } from '../../domain/name-sort-key.ts'
import { searchKey } from '../../domain/person-name.ts'
import type { BeneficiaryTable, EntitlementTable } from './list-tables.ts'

/** Columns that are filled when somebody comes onto the list. */
export const beneficiaryColumns = [
  'commune',
  'id',
  'name',
  'name_key',
  'id_number',
  'old_id_number',
  'file_code',
  'hamlet',
  'sort_key',
  'method',
  'data',
  'listed',
  'created_at',
  'updated_at',
] as const

/** A person on the list. @param at milliseconds since 1970. @param data JSON of the person. */
export function beneficiaryRow(
  person: Beneficiary,
  at: number,
  data = JSON.stringify(person),
): Pick<Insertable<BeneficiaryTable>, (typeof beneficiaryColumns)[number]> {
  return {
    commune: person.commune,
    id: person.id,
    name: person.name,
    name_key: searchKey(person.name),
    id_number: person.idNumber,
    old_id_number: person.oldIdNumber,
    file_code: person.fileCode,
    hamlet: person.hamlet,
    sort_key: nameSortKey(person.name),
    method: person.method?.kind ?? 'unknown',
    data,
    listed: 1,
    created_at: at,
    updated_at: at,
  }
}

/** Columns that are filled when somebody begins to receive something. */
export const entitlementColumns = [
  'commune',
  'id',
  'beneficiary_id',
  'programme',
  'category',
  'monthly',
  'arrears',
  'state',
  'data',
  'listed',
  'created_at',
  'updated_at',
] as const

/** An entitlement on the list. @param at milliseconds since 1970. @param data JSON of the entitlement. */
export function entitlementRow(
  right: Entitlement,
  at: number,
  data = JSON.stringify(right),
): Pick<Insertable<EntitlementTable>, (typeof entitlementColumns)[number]> {
  return {
    commune: right.commune,
    id: right.id,
    beneficiary_id: right.beneficiary,
    programme: right.programme,
    category: right.category,
    monthly: right.monthly,
    arrears: right.arrears,
    state: right.state,
    data,
    listed: 1,
    created_at: at,
    updated_at: at,
  }
}
