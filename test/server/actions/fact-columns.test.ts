// What the columns say of a payment to somebody who came with a paper.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { ProfileId, StaffId } from '../../../src/domain/ids.ts'
import type { Dong } from '../../../src/domain/money.ts'
import { RecordBody } from '../../../src/protocol/record.ts'
import { PaymentV1 } from '../../../src/protocol/records/payment.ts'
import { factColumns } from '../../../src/server/actions/fact-columns.ts'
import { factOf } from '../../../src/tablet/actions/payment-facts.ts'

const witnessed = new URL('../../fixtures/records/payment-witness.v1.json', import.meta.url)
const recorded = RecordBody.parse(JSON.parse(readFileSync(witnessed, 'utf8')))
const author = { profileId: 'p' as ProfileId, staffId: 's' as StaffId }

function flaggedFor(date: string, validUntil: string | null) {
  const authorisation = { number: '15/UQ', date, certifiedBy: 'Phường Tân An', validUntil }
  const name = 'Lê Văn Mẫu'
  const substitute = { kind: 'authorisedPerson', name, relation: 'con', idNumber: null, phone: null, address: null }
  const data = PaymentV1.parse({
    ...(recorded.data as object),
    receivedBy: 'authorisedPerson',
    substitute: { ...substitute, authorisation },
  })
  const record = RecordBody.parse({ ...recorded, at: '2026-11-23T23:30:00.000+07:00', data })
  const fact = factOf(record, author.staffId, () => 0 as Dong)
  const atTheDoor = fact?.kind === 'payment' && fact.expiredAuthorisation
  return [factColumns(author, { record, seq: 1, data }).expired_authorisation === 1, atTheDoor]
}

it.each([
  ['holds on that day', '2026-11-23', '2026-11-23', false],
  ['says no last day', '2026-11-01', null, false],
  ['ran out the day before', '2026-10-01', '2026-11-22', true],
  ['begins the day after', '2026-11-24', '2027-11-24', true],
  ['begins the day after and says no last day', '2026-11-24', null, true],
])('a paper that %s, for the office as for the tablet', (_what, date, until, flagged) => {
  expect(flaggedFor(date, until)).toEqual([flagged, flagged])
})
