import type { PinWeakness } from '../../domain/pin.ts'
import type { Session, Tools } from './session.ts'

export type EnrolResult =
  | { kind: 'enrolled'; session: Session }
  | { kind: 'unknownCode' | 'tooManyTries' | 'noConnection' | 'storageFailed' }
  | { kind: 'weakPin'; weakness: PinWeakness }

/**
 * Makes one member of staff at home on this tablet: keys, the server's answer, the sealed vault.
 * @param input.code as typed or scanned.
 */
export async function enrolTablet(_tools: Tools, _input: { code: string; pin: string }): Promise<EnrolResult> {
  throw new Error('body follows')
}
