// Deliveries as the office sends them, and a tablet that has some.
import type { BeneficiaryId, CommuneCode } from '../../src/domain/ids.ts'
import { Delivery } from '../../src/domain/payment/delivery.ts'
import type { Beneficiary } from '../../src/domain/beneficiary.ts'
import { madeUpPerson } from './made-up-person.ts'
import type { ModelServer } from './model-server.ts'

export const month = '2026-11'

export type Given = {
  /** Đồng, one item each. */
  amounts?: readonly number[]
  name?: string
  hamlet?: string | null
  person?: Partial<Beneficiary>
  delivery?: Record<string, unknown>
  period?: string
}

/** One delivery of a person's money; every amount is an item of its own, the first the monthly benefit. */
export function madeUpDelivery(beneficiary: BeneficiaryId, given: Given = {}): Delivery {
  const { amounts = [540_000], name = 'Nguyễn Thị Mẫu', hamlet = 'Thới Hòa', period = month } = given
  return Delivery.parse({
    id: `${period}/${beneficiary}`,
    period,
    commune: '31147',
    beneficiary,
    name,
    hamlet,
    items: amounts.map((amount, index) => ({
      id: `${beneficiary}:${index}`,
      kind: index === 0 ? 'monthly' : 'arrears',
      amount,
      entitlement: null,
      from: null,
      note: null,
      state: 'due',
    })),
    total: amounts.reduce((sum, amount) => sum + amount, 0),
    state: 'notYetVisited',
    reason: null,
    paidBy: [],
    voidLimit: 5_000_000,
    ...given.delivery,
  })
}

/** Puts a person on the model's list, and the delivery of the person's money into its feed. */
export function publishDelivery(server: ModelServer, given: Given = {}): Delivery {
  const person: Beneficiary = { ...madeUpPerson('31147' as CommuneCode), ...given.person }
  const name = given.name ?? person.name
  server.publish({ type: 'beneficiary', ...person, name, id: person.id, commune: '31147' })
  const delivery = madeUpDelivery(person.id, { ...given, name })
  server.publish({ type: 'delivery', ...delivery })
  return delivery
}
