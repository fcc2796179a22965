import type { Session } from './session.ts'

/** Runs what decides by the ledger and then writes to it. Two tabs of one profile take turns. */
export async function onePaymentAtATime<Value>(
  { tools, profileId }: Session,
  work: () => Promise<Value>,
): Promise<Value> {
  // The lock's own type says Promise<Awaited<…>> of whatever comes back.
  const held: { value?: Value } = {}
  await tools.locks.request(`tan-nha-payment-${profileId}`, async () => {
    held.value = await work()
  })
  return held.value as Value
}
