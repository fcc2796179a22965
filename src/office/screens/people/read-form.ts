// The typed form of a person as what is sent, or the sentences at the fields that are wrong.
import type { FieldPath, UseFormReturn } from 'react-hook-form'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { type PersonValues, readTypedPerson } from '../../../domain/list-edit/typed-person.ts'
import { parseTypedDay } from '../../../domain/registration/read-person.ts'
import { tidyText } from '../../../domain/tidy-text.ts'
import type { listEditWords } from '../../../text/office/list-edit.ts'
import type { listProblemWords } from '../../../text/office/list-problems.ts'
import type { PersonForm } from './person-form.ts'

type Words = Pick<(typeof listEditWords)['vi'], 'reasonMissing'> & (typeof listProblemWords)['vi']

export type ReadForm = { person: PersonValues; from: CalendarDate | null; reason: string }

/**
 * Reads the form; marks what is wrong and puts the focus there.
 * @returns null when something is wrong.
 */
export function readPersonForm(form: UseFormReturn<PersonForm>, t: Words, today: CalendarDate): ReadForm | null {
  const typed = form.getValues()
  const wrong: [FieldPath<PersonForm>, string][] = []
  const read = readTypedPerson(typed, today)
  if (read.kind === 'lacking') {
    const sentences: Record<string, string> = t.problem
    for (const { field, problem } of read.problems) {
      wrong.push([field as FieldPath<PersonForm>, sentences[problem] ?? ''])
    }
  }
  const from = typed.since === 'always' ? null : parseTypedDay(typed.from)
  if (typed.since !== 'always' && from === null) wrong.push(['from', t.benefitProblem.dayUnreadable])
  const reason = tidyText(typed.reason)
  if (reason === '') wrong.push(['reason', t.reasonMissing])
  form.clearErrors()
  for (const [index, [field, message]] of wrong.entries()) {
    form.setError(field, { message }, { shouldFocus: index === 0 })
  }
  return wrong.length > 0 || read.kind === 'lacking' ? null : { person: read.value, from, reason }
}
