// 403 `revoked`: the server orders a tablet to destroy one profile. Only the server's key can give the order.
import { z } from 'zod'
import { ProfileId } from '../domain/ids.ts'
import { utf8 } from './bytes.ts'
import { importVerifyKey, type PublicKeyJwk, signBytes, verifyBytes } from './signing.ts'

/** `wipe` is the exact JSON text of a WipeOrder, signed as UTF-8 bytes. */
export const Revoked = z.looseObject({ code: z.literal('revoked'), wipe: z.string(), sig: z.string() })
export type Revoked = z.infer<typeof Revoked>

export const WipeOrder = z.object({ order: z.literal('wipe'), profileId: ProfileId, at: z.string() })
export type WipeOrder = z.infer<typeof WipeOrder>

/** @returns the two members that the problem document carries. */
export async function signWipeOrder(order: WipeOrder, serverKey: CryptoKey): Promise<{ wipe: string; sig: string }> {
  const wipe = JSON.stringify(order)
  return { wipe, sig: await signBytes(serverKey, utf8(wipe)) }
}

/** Whether this is a true order to wipe just this profile. Anything malformed is not. */
export async function isWipeOrderFor(profileId: ProfileId, answer: unknown, verify: PublicKeyJwk): Promise<boolean> {
  const revoked = Revoked.safeParse(answer)
  if (!revoked.success) return false
  const { wipe, sig } = revoked.data
  if (!(await verifyBytes(await importVerifyKey(verify), sig, utf8(wipe)))) return false
  try {
    const order = WipeOrder.safeParse(JSON.parse(wipe))
    return order.success && order.data.profileId === profileId
  } catch {
    return false
  }
}
