// What a registration changes: the office finds it among its work, and an earlier word gives way to a later one.
import { searchKey } from '../../domain/person-name.ts'
import type { RegistrationV1 } from '../../protocol/records/registration.ts'
import type { Author, Fact } from '../fact.ts'
import { insertRegistrations, type NewRegistration, supersede } from '../store/registrations.ts'
import type { Trx } from '../store/transaction.ts'

/** Hands registrations to the office. @param at when the server took them, in milliseconds since 1970. */
export async function applyRegistrations(
  trx: Trx,
  author: Author,
  facts: readonly Fact<RegistrationV1>[],
  at: number,
): Promise<void> {
  await insertRegistrations(
    trx,
    facts.map((fact) => registrationOf(author, fact, at)),
  )
}

/** Marks the registrations that these records amend or void as the older word; records of any kind may do so. */
export async function supersedeEarlier(trx: Trx, facts: readonly Fact<unknown>[]): Promise<void> {
  for (const { record } of facts) {
    const earlier = record.amends ?? record.voids
    if (earlier !== undefined) await supersede(trx, earlier, record.id)
  }
}

function registrationOf(author: Author, { seq, record, data }: Fact<RegistrationV1>, at: number): NewRegistration {
  return {
    commune: record.commune,
    id: record.id,
    profile_id: author.profileId,
    seq,
    staff_id: author.staffId,
    subject: record.subject,
    beneficiary_id: record.subject,
    name: data.person.name,
    name_key: searchKey(data.person.name),
    id_number: data.person.idNumber,
    data: JSON.stringify(data),
    data_version: record.v,
    recorded_at: Date.parse(record.at),
    received_at: at,
    amends: record.amends ?? null,
    superseded_by: null,
    state: 'new',
    papers: '[]',
    note: null,
    account: 'none',
    decided_by: null,
    decided_at: null,
  }
}
