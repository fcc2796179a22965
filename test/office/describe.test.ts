import { expect, it } from 'vitest'
import { CalendarDate } from '../../src/domain/calendar-date.ts'
import type { SubstituteRecipient } from '../../src/domain/substitute-recipient.ts'
import { describeSubstitute } from '../../src/office/frame/describe.ts'
import { termWords } from '../../src/text/office/terms.ts'

it('an authorisation is told in words, with the day up to which it is valid', () => {
  const day = (text: string) => CalendarDate.parse(text)
  const substitute: SubstituteRecipient = {
    kind: 'authorisedPerson',
    name: 'Nguyễn Văn Con',
    relation: 'con',
    idNumber: null,
    phone: null,
    address: null,
    authorisation: {
      number: '12/UQ',
      date: day('2026-02-01'),
      certifiedBy: 'UBND phường Cái Răng',
      validUntil: day('2026-12-01'),
    },
  }
  expect(describeSubstitute(termWords.vi, substitute)).toBe(
    'Người được ủy quyền · Nguyễn Văn Con · con · 12/UQ, 01/02/2026, UBND phường Cái Răng, có giá trị đến hết 01/12/2026',
  )
})
