import { type PinWeakness, weaknessOfPin } from '../../domain/pin.ts'
import { type Bytes } from '../../protocol/bytes.ts'
import { EnrolmentResponse } from '../../protocol/enrolment.ts'
import { PublicKeyJwk } from '../../protocol/signing.ts'
import { createVault } from '../store/create-vault.ts'
import { openTabletDatabase } from '../store/open-tablet-database.ts'
import { openVault } from '../store/open-vault.ts'
import { lockWithPin } from '../store/pin-key.ts'
import { canStore } from '../store/profile-directory.ts'
import { callServer } from './call-server.ts'
import { openSession } from './open-session.ts'
import type { Session, Tools } from './session.ts'

export type EnrolResult =
  | { kind: 'enrolled'; session: Session }
  | { kind: 'unknownCode' | 'tooManyTries' | 'noConnection' | 'storageFailed' }
  | { kind: 'weakPin'; weakness: PinWeakness }

/**
 * Makes one member of staff at home on this tablet: keys, the server's answer, the sealed vault.
 * @param input.code as typed or scanned.
 */
export async function enrolTablet(tools: Tools, input: { code: string; pin: string }): Promise<EnrolResult> {
  const weakness = weaknessOfPin(input.pin)
  if (weakness !== null) return { kind: 'weakPin', weakness }
  // The code works once: whatever can fail on this side is tried before it is spent.
  if (!(await canStore(tools))) return { kind: 'storageFailed' }
  const { publicKey, pkcs8 } = await makeSigningKey()
  const { makeEscrow } = await import('../../protocol/escrow.ts')

  const request = { code: input.code, publicKey, tablet: tools.tablet, app: tools.app }
  const answer = await callServer(tools, '/enrolments', request, EnrolmentResponse)
  if (answer.kind === 'noConnection') return { kind: 'noConnection' }
  if (answer.kind === 'problem') return { kind: problemKind(answer.code) }

  const { profileId, token, staff, communes, server, time } = answer.value
  const dataKey = crypto.getRandomValues(new Uint8Array(32))
  try {
    await createVault(tools, {
      profile: { profileId, token, staff, server },
      communes,
      lock: await lockWithPin(tools, profileId, input.pin, dataKey),
      escrow: await makeEscrow(server.sealTo, profileId, dataKey),
      dataKey,
      signingKey: pkcs8,
      serverTime: timeOf(time) ?? tools.now(),
    })
  } catch {
    return { kind: 'storageFailed' }
  }
  const opened = await openTabletDatabase(tools, profileId)
  const store = opened.kind === 'open' ? await openVault(tools, opened.db, profileId, dataKey) : null
  return store === null ? { kind: 'storageFailed' } : { kind: 'enrolled', session: await openSession(tools, store) }
}

function problemKind(code: string): 'unknownCode' | 'tooManyTries' | 'noConnection' {
  if (code === 'unknown_code' || code === 'invalid_request') return 'unknownCode'
  return code === 'too_many_requests' ? 'tooManyTries' : 'noConnection'
}

/** The private half leaves the browser's keeping once, to be sealed; later it is imported so that it can not leave. */
async function makeSigningKey(): Promise<{ publicKey: PublicKeyJwk; pkcs8: Bytes }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const [jwk, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('jwk', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ])
  return { publicKey: PublicKeyJwk.parse(jwk), pkcs8: new Uint8Array(pkcs8) }
}

function timeOf(moment: string): number | null {
  const time = Date.parse(moment)
  return Number.isNaN(time) ? null : time
}
