import { BeneficiaryId } from '../../../domain/ids.ts'
import { type DeliveryId, deliveryIdOf } from '../../../domain/payment/delivery.ts'
import { Period } from '../../../domain/payment/period.ts'

/** Where one person's payment of a month is shown. */
export function addressOfDelivery(id: DeliveryId): string {
  return `/chi-tra/${id}`
}

/** The delivery that an address names; null for an address that names none. */
export function deliveryInAddress(period: string, beneficiary: string): DeliveryId | null {
  const month = Period.safeParse(period)
  const person = BeneficiaryId.safeParse(beneficiary)
  return month.success && person.success ? deliveryIdOf(month.data, person.data) : null
}
