// Whether payments, visits and settlements speak of a locked list and of what stands on it.
import type { BeneficiaryId, CommuneCode } from '../../domain/ids.ts'
import type { Period } from '../../domain/payment/period.ts'
import { type PeriodState, takesPayments } from '../../domain/payment/period-state.ts'
import type { QuarantineReason } from '../../protocol/push.ts'
import type { RecordBody } from '../../protocol/record.ts'
import type { PaymentV1 } from '../../protocol/records/payment.ts'
import { itemsOfPeople } from '../store/payment-items.ts'
import { statesOf } from '../store/periods.ts'
import type { Reader } from '../store/transaction.ts'

/** Lists that a batch speaks of, by `commune/period`, and what stands on them, by `commune/period/person`. */
export type KnownLists = { states: Map<string, PeriodState>; items: Map<string, Set<string>> }

const kinds: ReadonlySet<string> = new Set(['payment', 'visit', 'settlement'])

type About = { commune: CommuneCode; period: Period; person: BeneficiaryId | null }

function aboutOf(record: RecordBody): About {
  const { period } = record.data as { period: Period }
  return { commune: record.commune, period, person: record.subject }
}

/** Asks the store once for the lists that these records speak of. @param records whose data has been read. */
export async function knownLists(db: Reader, records: readonly RecordBody[]): Promise<KnownLists> {
  const known: KnownLists = { states: new Map(), items: new Map() }
  const asked = records.filter(({ kind }) => kinds.has(kind)).map(aboutOf)
  for (const [commune, ofCommune] of Map.groupBy(asked, (about) => about.commune)) {
    const periods = [...new Set(ofCommune.map(({ period }) => period))]
    for (const [period, state] of await statesOf(db, commune, periods)) known.states.set(`${commune}/${period}`, state)
    for (const [period, ofPeriod] of Map.groupBy(ofCommune, (about) => about.period)) {
      const people = [...new Set(ofPeriod.flatMap(({ person }) => person ?? []))]
      for (const item of await itemsOfPeople(db, commune, period, people)) {
        const key = `${commune}/${period}/${item.beneficiary}`
        known.items.set(key, (known.items.get(key) ?? new Set()).add(item.id))
      }
    }
  }
  return known
}

/** Which rules of the paying lists a record breaks; none for records of other kinds. */
export function reasonsOfList(record: RecordBody, known: KnownLists): QuarantineReason[] {
  if (!kinds.has(record.kind)) return []
  const { commune, period, person } = aboutOf(record)
  // Money and visits are about somebody, a day's settlement about nobody; the outer form allows both.
  if ((person === null) !== (record.kind === 'settlement')) return ['bad_data']
  const state = known.states.get(`${commune}/${period}`)
  if (state === undefined || !takesPayments(state)) return ['list_not_locked']
  if (person === null) return []
  const items = known.items.get(`${commune}/${period}/${person}`)
  if (!items) return ['unknown_item']
  if (record.kind === 'visit') return []
  return (record.data as PaymentV1).items.every(({ id }) => items.has(id)) ? [] : ['unknown_item']
}
