// A code from the office makes one member of staff at home on one tablet. The code works once.
import { may } from '../../domain/permissions.ts'
import type { ProfileId } from '../../domain/ids.ts'
import { normalizeCode } from '../../protocol/enrolment-code.ts'
import type { EnrolmentRequest, EnrolmentResponse } from '../../protocol/enrolment.ts'
import { genesisHash } from '../../protocol/envelope.ts'
import { importVerifyKey, type PublicKeyJwk } from '../../protocol/signing.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import { writeAudit } from '../store/audit.ts'
import { communesOf } from '../store/find-actor.ts'
import { insertProfile, useEnrolmentCode } from '../store/profiles.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'

export type EnrolTabletResult =
  | { kind: 'enrolled'; answer: EnrolmentResponse }
  /** Wrong, used and expired alike, and codes of people who no longer work with a tablet. */
  | { kind: 'unknownCode' }
  /** The public key is not a point of the curve. */
  | { kind: 'badKey' }

/** @param request as parsed: the key's other members are gone already. */
export async function enrolTablet(tools: ServerTools, request: EnrolmentRequest): Promise<EnrolTabletResult> {
  const code = normalizeCode(request.code)
  if (code === null) return { kind: 'unknownCode' }
  if (!(await isUsableKey(request.publicKey))) return { kind: 'badKey' }
  const profileId = tools.newId() as ProfileId
  const token = newSecret()
  const at = tools.now()
  const head = await genesisHash(profileId)
  const enrolled = await inTransaction(tools.db, async (trx) => {
    const staff = await useEnrolmentCode(trx, hashSecret(code), { profileId, at })
    if (!staff || !may(staff.role, 'useTablet')) return null
    await insertProfile(trx, {
      id: profileId,
      staffId: staff.id,
      tokenHash: hashSecret(token),
      publicKey: request.publicKey,
      head,
      tablet: request.tablet,
      app: request.app,
      at,
    })
    await writeAudit(
      trx,
      tools,
      { kind: 'tablet', profileId },
      {
        action: 'tablet.enrolled',
        thing: 'profile',
        thingId: profileId,
        detail: { staffId: staff.id },
      },
    )
    return { staff, communes: await communesOf(trx, staff) }
  })
  if (!enrolled) return { kind: 'unknownCode' }
  const { staff, communes } = enrolled
  return {
    kind: 'enrolled',
    answer: {
      profileId,
      token,
      staff: { id: staff.id, name: staff.name, role: staff.role },
      communes,
      server: { sealTo: tools.keys.sealTo.publicJwk, verify: tools.keys.signing.publicJwk },
      time: new Date(at).toISOString(),
    },
  }
}

async function isUsableKey(key: PublicKeyJwk): Promise<boolean> {
  try {
    await importVerifyKey(key)
    return true
  } catch {
    return false
  }
}
