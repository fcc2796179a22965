import { hasDeliveries } from '../store/deliveries.ts'
import type { Session } from './session.ts'

/** Whether the officer is sent to anybody with money. @throws StoreClosed */
export function isSentOut({ store }: Session): Promise<boolean> {
  return hasDeliveries(store)
}
