import { describe, expect, it } from 'vitest'
import { Beneficiary } from '../../../src/domain/beneficiary.ts'
import { Entitlement } from '../../../src/domain/entitlement.ts'
import { RecordId } from '../../../src/domain/ids.ts'
import { completeRegistration } from '../../../src/domain/registration/complete-registration.ts'
import { draftFromEarlier, draftFromList } from '../../../src/domain/registration/prefill-draft.ts'
import { consent, today, typedDraft } from './typed.ts'

const id = '0190a0b0-0000-7000-8000-000000000001'
const onList = Beneficiary.parse({
  id,
  commune: '31157',
  name: 'Nguyễn Thị Tuyết',
  birth: '1945-02',
  sex: 'F',
  idNumber: '361234567',
  oldIdNumber: null,
  fileCode: 'BT-1',
  phone: '0912345678',
  phoneOwner: null,
  permanentAddress: null,
  currentAddress: 'Số 3',
  hamlet: 'Thới Hòa',
  verification: 'notYet',
  method: { kind: 'cashAtPoint', point: 'Bưu cục' },
  account: 'none',
  substitute: null,
})
const entitlement = (state: string, category: string) =>
  Entitlement.parse({
    id,
    beneficiary: id,
    commune: '31157',
    programme: 'BTXH',
    category,
    categoryText: 'x',
    monthly: 500_000,
    arrears: 0,
    decision: null,
    from: null,
    until: null,
    state,
    stateReason: null,
  })

describe('a draft from the list', () => {
  it('has every field that the list knows, as an officer would have typed it', () => {
    const draft = draftFromList(onList, [entitlement('ceased', 'BT.5.4'), entitlement('active', 'HT.75')])
    expect(draft.person).toMatchObject({
      name: 'Nguyễn Thị Tuyết',
      birth: '02/1945',
      idKind: 'cmnd',
      idNumber: '361234567',
      phone: '0912345678',
      category: 'HT.75',
    })
    expect(draft.method).toMatchObject({ kind: 'cashAtPoint', point: 'Bưu cục' })
    const completion = completeRegistration(draft, { photos: [], today })
    expect(completion).toEqual({ kind: 'incomplete', missing: ['confirmation'] })
  })
})

describe('a draft of a record that came back', () => {
  const earlier = { id: RecordId.parse(id), photos: [], asked: [], note: null }

  it('reads to the same data, with consent and confirmation to be asked anew', () => {
    const substitute = {
      kind: 'authorisedPerson' as const,
      name: 'Lê Thị Con',
      relation: 'con',
      paperDate: '01/09/2026',
      certifiedBy: 'UBND phường',
    }
    const account = {
      openBankAccount: false,
      bank: '970405',
      accountNumber: '12345678',
      accountAgain: '12345678',
      holder: 'A',
    }
    const first = completeRegistration(
      typedDraft({ substitute, method: account, consents: [consent('passToProvider')] }),
      { photos: ['signature'], today },
    )
    if (first.kind === 'incomplete') throw new Error(first.missing.join())
    const draft = draftFromEarlier(first.data, earlier)
    expect(completeRegistration(draft, { photos: ['signature'], today })).toEqual({
      kind: 'incomplete',
      missing: ['confirmation'],
    })
    const again = completeRegistration(
      { ...draft, confirmation: { how: 'signature', witness: '' } },
      { photos: ['signature'], today },
    )
    expect(again).toEqual({ kind: 'complete', data: { ...first.data, consents: [] } })
  })
})
