import { describe, expect, it } from 'vitest'
import { RecordId } from '../../../src/domain/ids.ts'
import { missingPapers, photosAtHand } from '../../../src/domain/registration/missing-papers.ts'
import { typedDraft } from './typed.ts'

const earlier = {
  id: RecordId.parse('0190a0b0-0000-7000-8000-000000000001'),
  photos: ['cardFront' as const, 'cardBack' as const, 'signature' as const],
  asked: ['cardBack' as const, 'phone' as const],
  note: null,
}

describe('papers', () => {
  it('are both sides of the card for an account, and say why', () => {
    expect(missingPapers(typedDraft(), ['cardBack'])).toEqual([{ paper: 'cardFront', why: 'toOpenAccount' }])
  })

  it('are none for cash', () => {
    expect(missingPapers(typedDraft({ method: { kind: 'cashAtHome' } }), [])).toEqual([])
  })

  it('are the authorisation when somebody is authorised', () => {
    const draft = typedDraft({ substitute: { kind: 'authorisedPerson' }, method: { kind: 'cashAtHome' } })
    expect(missingPapers(draft, [])).toEqual([{ paper: 'authorisation', why: 'substituteReceives' }])
    expect(missingPapers(draft, ['authorisation'])).toEqual([])
  })

  it('that the office asked for again are asked for, those it has are not', () => {
    const draft = typedDraft({ earlier })
    expect(missingPapers(draft, [])).toEqual([{ paper: 'cardBack', why: 'officeAsked' }])
    expect(photosAtHand(draft, [])).toEqual(['cardFront'])
    expect(missingPapers(draft, ['cardBack'])).toEqual([])
  })
})
