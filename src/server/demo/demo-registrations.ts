// What the demo's officers wrote down at the doors, as bodies of registration records with their pictures.
import { readFileSync } from 'node:fs'
import type { ListedPerson } from '../../domain/list-import/compare-with-list.ts'
import type { CommuneCode, RecordId } from '../../domain/ids.ts'
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { PaymentMethod } from '../../domain/payment-method.ts'
import { RegistrationV1 } from '../../protocol/records/registration.ts'
import { type DemoPicture, photoOf } from './demo-tablet.ts'
import { picturedPeople } from './pictured-people.ts'

/** A drawn picture as a tablet would have taken it. */
export function demoPicture(name: string, role: DemoPicture['role']): DemoPicture {
  const bytes = new Uint8Array(readFileSync(new URL(`./pictures/${name}`, import.meta.url)))
  return { bytes, role, type: name.endsWith('.png') ? 'image/png' : 'image/jpeg' }
}

export type DemoRegistration = { id: RecordId; body: object; pictures: DemoPicture[] }

type Visit = {
  id: string
  /** Milliseconds since 1970. */
  at: number
  commune: CommuneCode
  person: ListedPerson
  /** Counts the visits: what was chosen and which papers were at hand differ by it. */
  turn: number
  /** The person is not on the list: the registration names nobody. */
  isStranger?: boolean
  amends?: RecordId
}

function methodFor(person: Beneficiary, turn: number): PaymentMethod {
  const { phone, name, method } = person
  if (method?.kind === 'bankAccount' && method.account !== null) return method
  if (turn % 5 === 3) return { kind: 'cashAtHome', reason: turn % 2 === 0 ? 'ill' : 'disabled', note: null }
  if (turn % 5 === 4 && phone !== null) return { kind: 'digitalAccount', provider: 'Viettel Money', phone }
  if (turn % 4 === 1) {
    return { kind: 'bankAccount', bank: '970405', account: { number: `99${String(700_000 + turn)}0011`, holder: name } }
  }
  return { kind: 'bankAccount', bank: '970405', account: null }
}

function picturesFor(person: Beneficiary, turn: number, confirmedBy: 'signature' | 'thumbprint'): DemoPicture[] {
  const drawn = picturedPeople.find((one) => one.idNumber === person.idNumber)?.picture
  const hasCard = person.idNumber?.length === 12
  const front = hasCard ? [demoPicture(drawn ?? 'card-sample.jpg', 'cardFront')] : []
  const back = hasCard && turn % 6 !== 2 ? [demoPicture('card-back.jpg', 'cardBack')] : []
  const face = turn % 3 === 0 ? [demoPicture('person.jpg', 'person')] : []
  const mark =
    confirmedBy === 'signature'
      ? demoPicture('signature.png', 'signature')
      : demoPicture('thumbprint.jpg', 'thumbprint')
  return [...front, ...back, ...face, mark]
}

/** A moment in Viet Nam's time, RFC 3339. */
function momentOf(at: number): string {
  return `${new Date(at + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
}

/** The record of a visit. */
export function registrationOf({ id, at, commune, person, turn, isStranger, amends }: Visit): DemoRegistration {
  const { beneficiary, entitlements } = person
  const confirmedBy = turn % 4 === 2 ? 'thumbprint' : 'signature'
  const method = methodFor(beneficiary, turn)
  const pictures = picturesFor(beneficiary, turn, confirmedBy)
  const idKind = beneficiary.idNumber === null ? 'none' : beneficiary.idNumber.length === 12 ? 'cccd' : 'cmnd'
  const passes = method.kind === 'bankAccount' || method.kind === 'digitalAccount'
  const moment = momentOf(at)
  const data = RegistrationV1.parse({
    person: {
      name: beneficiary.name,
      birth: beneficiary.birth ?? '1950',
      sex: beneficiary.sex ?? 'F',
      idKind,
      idNumber: beneficiary.idNumber,
      idIssued: idKind === 'cccd' ? '2021-08-15' : null,
      oldIdNumber: beneficiary.oldIdNumber,
      phone: beneficiary.phone,
      phoneOwner: beneficiary.phone === null ? null : turn % 3 === 1 ? 'relative' : 'self',
      permanentAddress: beneficiary.permanentAddress,
      currentAddress: turn % 4 === 0 ? beneficiary.permanentAddress : null,
      hamlet: beneficiary.hamlet,
      fileCode: isStranger === true ? null : beneficiary.fileCode,
    },
    programme: entitlements[0]?.programme ?? 'BTXH',
    category: entitlements[0]?.category ?? null,
    substitute: beneficiary.substitute,
    method,
    lacksCitizenId: idKind !== 'cccd',
    consents: passes
      ? [
          {
            purpose: 'passToProvider',
            given: true,
            textVersion: '2026-11',
            at: moment,
            by: beneficiary.substitute ? 'substitute' : 'self',
          },
        ]
      : [],
    confirmation: { how: confirmedBy },
    note: turn % 7 === 5 ? 'Người nhà hẹn gửi thêm giấy tờ vào tuần sau.' : null,
  })
  const body = {
    id,
    kind: 'registration',
    v: 1,
    at: moment,
    commune,
    subject: isStranger === true ? null : beneficiary.id,
    ...(amends === undefined ? {} : { amends }),
    photos: pictures.map(photoOf),
    data,
  }
  return { id: id as RecordId, body, pictures }
}
