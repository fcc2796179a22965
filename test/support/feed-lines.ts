// Lines of the change feed as a server would write them.
import { v7 } from 'uuid'
import type { CommuneCode } from '../../src/domain/ids.ts'
import { utf8 } from '../../src/protocol/bytes.ts'
import { BeneficiaryLine, EntitlementLine } from '../../src/protocol/changes.ts'
import type { FeedLine } from '../../src/tablet/store/plan-pages.ts'

export const tanAn = '31147' as CommuneCode
export const thoiHoa = '31150' as CommuneCode

/** A change as its line came. @param written what stands in the line, where that is more than what is read of it. */
export function feedLine(change: FeedLine['change'], written: unknown = change): FeedLine {
  const text = JSON.stringify(written)
  return { text, bytes: utf8(text), change }
}

/** A line with its exact text; unknown members stay in the text, as from a newer server. */
export function lineOf(change: Record<string, unknown> & { type: 'beneficiary' | 'entitlement' }): FeedLine {
  const shape = change.type === 'beneficiary' ? BeneficiaryLine : EntitlementLine
  return feedLine(shape.parse(change), change)
}

export function beneficiaryLine(given: Record<string, unknown> = {}): FeedLine {
  return lineOf({
    type: 'beneficiary',
    id: v7(),
    commune: tanAn,
    name: 'Nguyễn Thị Tuyết',
    birth: '1945',
    sex: 'F',
    idNumber: '092145991234',
    oldIdNumber: null,
    fileCode: null,
    phone: null,
    phoneOwner: null,
    permanentAddress: 'Số 12, đường Nguyễn Trãi, phường Tân An',
    currentAddress: null,
    hamlet: 'Thới Hòa',
    verification: 'notYet',
    method: null,
    account: 'none',
    substitute: null,
    ...given,
  })
}

export function entitlementLine(beneficiary: string, given: Record<string, unknown> = {}): FeedLine {
  return lineOf({
    type: 'entitlement',
    id: v7(),
    beneficiary,
    commune: tanAn,
    programme: 'BTXH',
    category: null,
    categoryText: 'Người cao tuổi từ đủ 80 tuổi',
    monthly: 500_000,
    arrears: 0,
    decision: null,
    from: null,
    until: null,
    state: 'active',
    stateReason: null,
    ...given,
  })
}

export function dropLine(of: 'beneficiary' | 'entitlement' | 'outcome', id: string): FeedLine {
  const change = { type: 'drop' as const, of, id }
  return feedLine(change)
}

/** Names of communes as `begin` carries them. */
export function refsOf(...codes: CommuneCode[]): { code: CommuneCode; name: string }[] {
  return codes.map((code) => ({ code, name: `Phường ${code}` }))
}
