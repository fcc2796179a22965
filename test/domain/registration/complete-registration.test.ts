import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HomeReason } from '../../../src/domain/payment-method.ts'
import { PhotoRole } from '../../../src/domain/paper.ts'
import { completeRegistration } from '../../../src/domain/registration/complete-registration.ts'
import { emptyDraft, RegistrationDraft } from '../../../src/domain/registration/draft.ts'
import { missingInStep } from '../../../src/domain/registration/missing.ts'
import { RegistrationV1 } from '../../../src/protocol/records/registration.ts'
import { today, typedDraft } from './typed.ts'

const surroundings = { photos: ['signature'] as const, today }
function missingIn(draft: RegistrationDraft, photos: readonly PhotoRole[] = ['signature']) {
  const completion = completeRegistration(draft, { photos, today })
  return completion.kind === 'incomplete' ? completion.missing : []
}

describe('a draft that lacks nothing', () => {
  it('is read as people write: spaces, dots, day first, +84', () => {
    expect(completeRegistration(typedDraft(), surroundings)).toMatchObject({
      kind: 'complete',
      data: {
        person: {
          name: 'Nguyễn Thị Tuyết',
          birth: '1945-02-01',
          idNumber: '092145991234',
          idIssued: '2022-04-10',
          phone: '0912345678',
          currentAddress: null,
        },
        substitute: null,
        method: { kind: 'bankAccount', bank: null, account: null },
        programme: 'BTXH',
      },
    })
  })

  it('leaves out what was typed for a choice that was given up', () => {
    const draft = typedDraft({
      person: { idKind: 'none' },
      substitute: { kind: 'none', name: 'Somebody' },
      method: { kind: 'cashAtPoint', point: 'Nhà văn hóa', accountNumber: '12' },
    })
    const completion = completeRegistration(draft, surroundings)
    expect(completion).toMatchObject({
      kind: 'complete',
      data: { person: { idNumber: null, idIssued: null }, substitute: null, method: { kind: 'cashAtPoint' } },
    })
  })

  it('does not put somebody forward for a card whose number was typed', () => {
    const completion = completeRegistration(typedDraft({ lacksCitizenId: true }), surroundings)
    expect(completion).toMatchObject({ data: { lacksCitizenId: false } })
  })
})

describe('what is missing', () => {
  it('is named in the order of the steps when nothing is typed', () => {
    expect(missingIn(emptyDraft())).toEqual(['name', 'birth', 'sex', 'idNumber', 'method', 'confirmation'])
  })

  it.each([
    [{ birth: '1/2/45' }, 'birthUnreadable'],
    [{ birth: '30/02/1945' }, 'birthUnreadable'],
    [{ birth: '0194' }, 'birthUnreadable'],
    [{ birth: '2027' }, 'birthInFuture'],
    [{ birth: '24/11/2026' }, 'birthInFuture'],
    [{ idNumber: '09214500123' }, 'citizenIdUnreadable'],
    [{ idKind: 'cmnd', idNumber: '092145991234' }, 'oldCardUnreadable'],
    [{ idIssued: '2022' }, 'idIssuedUnreadable'],
    [{ oldIdNumber: '12' }, 'oldIdUnreadable'],
    [{ phone: '02923888888' }, 'phoneUnreadable'],
  ] as const)('%j in the person is %s', (person, lack) => {
    expect(missingIn(typedDraft({ person }))).toEqual([lack])
  })

  it.each([['2026'], ['11/2026'], ['23/11/2026']])('%s may be the birth of a newborn', (birth) => {
    expect(missingIn(typedDraft({ person: { birth } }))).toEqual([])
  })

  it.each([
    [{ kind: 'guardian' }, ['substituteName', 'substituteRelation']],
    [
      { kind: 'guardian', name: 'A', relation: 'con', idNumber: 'x', phone: '1' },
      ['substituteIdUnreadable', 'substitutePhoneUnreadable'],
    ],
    [{ kind: 'authorisedPerson', name: 'A', relation: 'con' }, ['authorisationDate', 'authorisationCertifiedBy']],
    [
      { kind: 'authorisedPerson', name: 'A', relation: 'con', paperDate: '2026', certifiedBy: 'x', validUntil: '?' },
      ['authorisationDateUnreadable', 'validUntilUnreadable'],
    ],
  ] as const)('%j as the substitute lacks %j', (substitute, missing) => {
    expect(missingIn(typedDraft({ substitute }))).toEqual(missing)
  })

  it.each([
    [{ kind: 'bankAccount', openBankAccount: false }, ['bank', 'accountNumber', 'accountHolder']],
    [
      { kind: 'bankAccount', openBankAccount: false, bank: '970405', accountNumber: '12-34', holder: 'A' },
      ['accountNumberUnreadable'],
    ],
    [
      {
        kind: 'bankAccount',
        openBankAccount: false,
        bank: '970405',
        accountNumber: '1234 5678',
        accountAgain: '12345679',
        holder: 'A',
      },
      ['accountNumberDiffers'],
    ],
    [
      {
        kind: 'bankAccount',
        openBankAccount: false,
        bank: '970405',
        accountNumber: '1234 5678',
        accountAgain: '12345678',
        holder: 'A',
      },
      [],
    ],
    [{ kind: 'digitalAccount' }, ['provider', 'digitalPhone']],
    [{ kind: 'digitalAccount', provider: 'MoMo', digitalPhone: '12' }, ['digitalPhoneUnreadable']],
    [{ kind: 'digitalAccount', provider: 'MoMo', openDigitalAccount: true }, []],
    [{ kind: 'cashAtPoint' }, ['point']],
    [{ kind: 'cashAtHome' }, ['homeReason']],
    [{ kind: 'cashAtHome', homeReason: 'ill' }, []],
    [{ kind: 'cashAtHome', homeReason: 'other' }, ['homeNote']],
  ] as const)('%j as the method lacks %j', (method, missing) => {
    expect(missingIn(typedDraft({ method }))).toEqual(missing)
  })

  it.each([
    ['signature', [], ['signature']],
    ['thumbprint', ['signature'], ['thumbprint']],
    ['witness', [], ['witnessName', 'witnessSignature']],
    ['thumbprint', ['thumbprint'], []],
  ] as const)('confirmed by %s with pictures of %j lacks %j', (how, photos, missing) => {
    expect(missingIn(typedDraft({ confirmation: { how, witness: ' ' } }), photos)).toEqual(missing)
  })

  it('belongs to a step', () => {
    const missing = missingIn(emptyDraft())
    expect(missingInStep(missing, 'method')).toEqual(['method'])
    expect(missingInStep(missing, 'papers')).toEqual([])
  })
})

const text = (maxLength: number) => fc.string({ maxLength: Math.floor(maxLength / 4), unit: 'binary' })
const sometimes = (right: string) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(right) },
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
  )
const anyDraft = fc
  .record({
    person: fc.record({
      name: fc.oneof(fc.constant('Lê Văn Bé'), text(200)),
      birth: fc.oneof(sometimes('1945'), sometimes('2/1945')),
      sex: fc.constantFrom('F', 'M', ''),
      idKind: fc.constantFrom('cccd', 'cmnd', 'none'),
      idNumber: fc.oneof(sometimes('092145991234'), sometimes('361234567')),
      idIssued: sometimes('1/1/2020'),
      phone: sometimes('0912345678'),
      phoneOwner: fc.constantFrom('self', ''),
      permanentAddress: text(300),
      programme: fc.constantFrom('NCC', 'BTXH', ''),
    }),
    substitute: fc.record({
      kind: fc.constantFrom('none', 'guardian', 'authorisedPerson'),
      name: sometimes('Trần Thị C'),
      relation: sometimes('con'),
      paperDate: sometimes('1/10/2026'),
      certifiedBy: sometimes('UBND phường'),
      validUntil: sometimes('1/10/2027'),
      address: text(300),
    }),
    method: fc.record({
      kind: fc.constantFrom('', 'bankAccount', 'digitalAccount', 'cashAtPoint', 'cashAtHome'),
      bank: sometimes('970405'),
      openBankAccount: fc.boolean(),
      accountNumber: sometimes('12345678'),
      accountAgain: sometimes('12345678'),
      holder: sometimes('LE VAN BE'),
      provider: sometimes('MoMo'),
      openDigitalAccount: fc.boolean(),
      digitalPhone: sometimes('0912345678'),
      point: sometimes('Bưu cục'),
      homeReason: fc.constantFrom('', ...HomeReason.options),
      homeNote: text(500),
    }),
    lacksCitizenId: fc.boolean(),
    confirmation: fc.record({ how: fc.constantFrom('', 'signature', 'thumbprint', 'witness'), witness: text(200) }),
    note: text(1000),
  })
  .map((typed) => RegistrationDraft.parse(typed))
const anyPhotos = fc.subarray([...PhotoRole.options])

describe('whatever is typed', () => {
  it('is either named as missing or is data that the wire accepts', () => {
    let complete = 0
    fc.assert(
      fc.property(anyDraft, anyPhotos, (draft, photos) => {
        const completion = completeRegistration(draft, { photos, today })
        if (completion.kind === 'incomplete') return completion.missing.length > 0
        complete += 1
        const { data } = completion
        expect(RegistrationV1.parse(data)).toEqual(data)
        return !JSON.stringify(data).includes('\\u0000') && JSON.stringify(data).isWellFormed()
      }),
      { numRuns: 2000, seed: 20261123 },
    )
    expect(complete).toBeGreaterThan(50)
  })

  it('opens again as a draft, whatever an older app had left out or a newer one had added', () => {
    expect(RegistrationDraft.parse({ person: { name: 'A', sex: 'X', later: 1 }, method: 7, consents: 'no' })).toEqual({
      ...emptyDraft(),
      person: { ...emptyDraft().person, name: 'A' },
    })
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (kept) => RegistrationDraft.safeParse(kept).success),
    )
    fc.assert(
      fc.property(anyDraft, (draft) => {
        expect(RegistrationDraft.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
      }),
    )
  })
})
