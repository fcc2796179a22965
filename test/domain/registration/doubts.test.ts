import { describe, expect, it } from 'vitest'
import { completeRegistration } from '../../../src/domain/registration/complete-registration.ts'
import { doubtsAbout } from '../../../src/domain/registration/doubts.ts'
import { consent, today, typedDraft } from './typed.ts'

const about = (changes: Parameters<typeof typedDraft>[0], photos: Parameters<typeof doubtsAbout>[1] = []) =>
  doubtsAbout(typedDraft(changes), photos, today)

describe('a doubt', () => {
  it('is not raised where all fits', () => {
    expect(about({})).toEqual([])
  })

  it.each([
    [{ person: { sex: 'M' as const } }, [{ kind: 'idContradiction', with: 'sex' }]],
    [{ person: { birth: '1946' } }, [{ kind: 'idContradiction', with: 'birthYear' }]],
    [{ person: { idNumber: '999145991234' } }, [{ kind: 'idContradiction', with: 'province' }]],
    [{ person: { idIssued: '1/1/1940' } }, [{ kind: 'idIssuedBeforeBirth' }]],
    [{ person: { programme: '' as const } }, [{ kind: 'noProgramme' }]],
  ])('about %j is raised and never keeps a record from being saved', (changes, doubts) => {
    expect(about(changes)).toEqual(doubts)
    expect(completeRegistration(typedDraft(changes), { photos: ['signature'], today }).kind).toBe('complete')
  })

  it('is raised when the paper of an authorised person does not hold today', () => {
    const substitute = { kind: 'authorisedPerson' as const, paperDate: '1/1/2026', validUntil: '1/6/2026' }
    expect(about({ substitute })).toEqual([{ kind: 'authorisationNotInForce' }])
  })

  it('is raised when an account is held by somebody else', () => {
    const method = { kind: 'bankAccount' as const, openBankAccount: false, holder: 'TRAN VAN B' }
    expect(about({ method })).toEqual([{ kind: 'holderIsSomebodyElse' }])
    expect(about({ method: { ...method, holder: 'nguyen thi tuyet' } })).toEqual([])
  })

  it('is raised about a portrait that nobody agreed to be kept', () => {
    expect(about({}, ['person'])).toEqual([{ kind: 'portraitWithoutConsent' }])
    expect(about({ consents: [consent('keepPortrait')] }, ['person'])).toEqual([])
  })
})
