import { describe, expect, test } from 'vitest'
import type { Beneficiary } from '../../src/domain/beneficiary.ts'
import {
  addedFromRegistration,
  differencesFromList,
  type Registered,
  updatedFromRegistration,
} from '../../src/domain/registered-beneficiary.ts'

const listed = {
  id: '01900000-0000-7000-8000-000000000001',
  commune: '31258',
  name: 'NGUYỄN THỊ HOÀ',
  birth: '1945',
  sex: 'F',
  idNumber: null,
  oldIdNumber: '361234567',
  fileCode: 'TL-17',
  phone: null,
  phoneOwner: null,
  permanentAddress: null,
  currentAddress: null,
  hamlet: 'Thới Hòa',
  verification: 'match',
  method: { kind: 'cashAtPoint', point: 'Bưu điện Thới Lai' },
  account: 'none',
  substitute: null,
} as unknown as Beneficiary

const registered = {
  person: {
    name: 'Nguyễn Thị Hòa',
    birth: '1945-02-01',
    sex: 'F',
    idNumber: '092145990001',
    oldIdNumber: null,
    fileCode: null,
    phone: '0912345678',
    phoneOwner: 'self',
    permanentAddress: null,
    currentAddress: null,
    hamlet: 'thới hoà',
  },
  method: { kind: 'cashAtPoint', point: 'Bưu điện Thới Lai' },
  substitute: null,
} as unknown as Registered

describe('what a registration says beside what the list says', () => {
  test('capitals and the place of a tone are no difference; a fuller date is', () => {
    expect(differencesFromList(listed, registered)).toEqual(['birth', 'idNumber', 'phone', 'phoneOwner'])
  })

  test('another tone is another name', () => {
    const other = { ...registered, person: { ...registered.person, name: 'Nguyễn Thị Hoa' } }
    expect(differencesFromList(listed, other)).toContain('name')
  })

  test('a field left empty erases nothing', () => {
    expect(updatedFromRegistration(listed, registered)).toMatchObject({ oldIdNumber: '361234567', fileCode: 'TL-17' })
  })

  test('what is the same keeps the spelling of the list, and what the office owns stays', () => {
    const after = updatedFromRegistration(listed, registered)
    expect(after).toMatchObject({ name: 'NGUYỄN THỊ HOÀ', birth: '1945-02-01', verification: 'match', id: listed.id })
    expect(differencesFromList(after, registered)).toEqual([])
  })

  test('a reviewer may keep what the list says', () => {
    expect(updatedFromRegistration(listed, registered, ['birth'])).toMatchObject({ birth: '1945', phone: '0912345678' })
  })

  test('the order of the members of a method is no difference', () => {
    const method = { point: 'Bưu điện Thới Lai', kind: 'cashAtPoint' } as const
    expect(differencesFromList(listed, { ...registered, method })).not.toContain('method')
  })

  test('that nobody receives in their place is an answer', () => {
    const guardian = {
      kind: 'guardian',
      name: 'Lê Văn Tâm',
      relation: 'con',
      idNumber: null,
      phone: null,
      address: null,
    }
    const before = { ...listed, substitute: guardian } as Beneficiary
    expect(differencesFromList(before, registered)).toContain('substitute')
    expect(updatedFromRegistration(before, registered).substitute).toBeNull()
  })

  test('a person on no list is added as registered', () => {
    const { id, commune } = listed
    const added = addedFromRegistration(registered, { id, commune })
    expect(added).toMatchObject({ id, commune, name: 'Nguyễn Thị Hòa', verification: 'notYet', account: 'none' })
    expect(differencesFromList(added, registered)).toEqual([])
  })
})
