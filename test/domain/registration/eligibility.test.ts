import { describe, expect, it } from 'vitest'
import type { PhotoRole } from '../../../src/domain/paper.ts'
import { readWish } from '../../../src/domain/registration/complete-registration.ts'
import type { RegistrationDraft } from '../../../src/domain/registration/draft.ts'
import { type EligibilityFacts, eligibilityOf } from '../../../src/domain/registration/eligibility.ts'
import { consent, today, typedDraft } from './typed.ts'

type Rest = Partial<Pick<EligibilityFacts, 'consents' | 'photos'>>

function judged(changes: Parameters<typeof typedDraft>[0], rest: Rest = {}) {
  const draft: RegistrationDraft = typedDraft(changes)
  const wish = readWish(draft, today)
  if (wish === null) throw new Error('the example lacks something')
  const photos: readonly PhotoRole[] = ['cardFront', 'cardBack']
  return eligibilityOf({ ...wish, consents: [consent('passToProvider')], photos, today, ...rest })
}

const guardian = { kind: 'guardian', name: 'Trần Văn Cha', relation: 'cha', idNumber: '092075991234' } as const
const authorised = {
  kind: 'authorisedPerson',
  name: 'Lê Thị Con',
  relation: 'con',
  idNumber: '092175991234',
  paperDate: '01/09/2026',
  certifiedBy: 'UBND phường Thới Long',
  validUntil: '23/11/2026',
} as const

describe('an account', () => {
  it('can be opened when card, photos and consent are there', () => {
    expect(judged({})).toEqual({ kind: 'eligible' })
  })

  it('is not opened for somebody who wants cash', () => {
    expect(judged({ method: { kind: 'cashAtPoint', point: 'Bưu cục' } })).toEqual({ kind: 'cash', why: 'cashWished' })
    expect(judged({ method: { kind: 'cashAtHome', homeReason: 'ill' } })).toEqual({ kind: 'cash', why: 'cashWished' })
  })

  it.each([
    [{ idKind: 'none' }, 'identityCard'],
    [{ idKind: 'cccd', idNumber: '092045991234' }, 'cardContradiction'],
    [{ idKind: 'cccd', birth: '1946' }, 'cardContradiction'],
    [{ idKind: 'cccd', idNumber: '999145991234' }, 'cardContradiction'],
  ] as const)('%j in the person needs %s', (person, need) => {
    expect(judged({ person })).toEqual({ kind: 'needsPapers', needs: [need] })
  })

  it('needs both sides of the card as photos', () => {
    expect(judged({}, { photos: ['cardBack'] })).toEqual({ kind: 'needsPapers', needs: ['cardFront'] })
    expect(judged({}, { photos: [] })).toEqual({ kind: 'needsPapers', needs: ['cardFront', 'cardBack'] })
  })

  it('needs consent that was given', () => {
    const refused = consent('passToProvider', false)
    for (const consents of [[], [refused], [consent('keepPortrait')]]) {
      expect(judged({}, { consents })).toEqual({ kind: 'needsPapers', needs: ['consent'] })
    }
  })

  const child = { birth: '24/11/2011', idNumber: '092211991234' }

  it('is opened on the fifteenth birthday and not a day before without a guardian', () => {
    expect(judged({ person: { ...child, birth: '23/11/2011', idNumber: '092311991234' } })).toEqual({
      kind: 'eligible',
    })
    expect(judged({ person: child })).toEqual({ kind: 'cash', why: 'childWithoutGuardian' })
    expect(judged({ person: child, substitute: authorised })).toEqual({ kind: 'cash', why: 'childWithoutGuardian' })
    expect(judged({ person: child, substitute: guardian })).toEqual({ kind: 'eligible' })
  })

  it('needs the whole date of birth where the year leaves the age open', () => {
    const needs = judged({ person: { birth: '2011', idNumber: '092311991234' } })
    expect(needs).toEqual({ kind: 'needsPapers', needs: ['fullBirthDate'] })
  })

  it('is judged by the card of the person who receives', () => {
    expect(judged({ person: { idKind: 'none' }, substitute: guardian })).toEqual({ kind: 'eligible' })
    const nobody = { ...guardian, idNumber: '' }
    expect(judged({ substitute: nobody })).toEqual({ kind: 'needsPapers', needs: ['identityCard'] })
  })

  it('needs a phone when it is digital', () => {
    const method = { kind: 'digitalAccount', provider: 'MoMo', openDigitalAccount: true } as const
    expect(judged({ method })).toEqual({ kind: 'eligible' })
    expect(judged({ method, person: { phone: '' } })).toEqual({ kind: 'needsPapers', needs: ['phone'] })
    const own = { ...method, openDigitalAccount: false, digitalPhone: '0987654321' }
    expect(judged({ method: own, person: { phone: '' } })).toEqual({ kind: 'eligible' })
  })

  it('belongs to the person who receives, however the name is written', () => {
    const account = { openBankAccount: false, bank: '970405', accountNumber: '12345678', accountAgain: '12345678' }
    const held = (holder: string) => ({ method: { ...account, kind: 'bankAccount' as const, holder } })
    expect(judged(held('NGUYEN THI TUYET'))).toEqual({ kind: 'eligible' })
    expect(judged(held('NGUYEN THI TUYEN'))).toEqual({ kind: 'needsPapers', needs: ['holderName'] })
    expect(judged({ ...held('TRAN VAN CHA'), substitute: guardian })).toEqual({ kind: 'eligible' })
  })

  it.each([
    [{}, []],
    [{ validUntil: '22/11/2026' }, ['authorisationInForce']],
    [{ paperDate: '24/11/2026', validUntil: '' }, ['authorisationInForce']],
    [{ validUntil: '' }, []],
  ])('for an authorised person needs a paper in force today: %j', (paper, needs) => {
    const substitute = { ...authorised, ...paper }
    expect(judged({ substitute })).toEqual(needs.length === 0 ? { kind: 'eligible' } : { kind: 'needsPapers', needs })
  })
})
