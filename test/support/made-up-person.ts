// People for a list that nobody ever met.
import { v7 } from 'uuid'
import type { Beneficiary } from '../../src/domain/beneficiary.ts'
import type { Entitlement } from '../../src/domain/entitlement.ts'
import type { CommuneCode } from '../../src/domain/ids.ts'

/** Somebody on the list of a commune, with nothing that is not needed. */
export function madeUpPerson(commune: CommuneCode): Beneficiary {
  return {
    id: v7() as Beneficiary['id'],
    commune,
    name: 'Trần Văn Một',
    birth: '1950' as Beneficiary['birth'],
    sex: 'M',
    idNumber: null,
    oldIdNumber: null,
    fileCode: null,
    phone: null,
    phoneOwner: null,
    permanentAddress: null,
    currentAddress: null,
    hamlet: null,
    verification: 'notYet',
    method: null,
    account: 'none',
    substitute: null,
  }
}

/** What that person receives. */
export function entitlementOf({ id, commune }: Beneficiary): Entitlement {
  return {
    id: v7() as Entitlement['id'],
    beneficiary: id,
    commune,
    programme: 'BTXH',
    category: 'BT.5.5C',
    categoryText: 'Người cao tuổi',
    monthly: 500_000 as Entitlement['monthly'],
    arrears: 0 as Entitlement['arrears'],
    decision: null,
    from: null,
    until: null,
    state: 'active',
    stateReason: null,
  }
}
