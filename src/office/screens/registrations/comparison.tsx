// What the registration says, field by field, beside what the list says. Where they differ the reviewer may keep the list's.
import { formatDate, PartialDate } from '../../../domain/calendar-date.ts'
import type { Beneficiary } from '../../../domain/beneficiary.ts'
import { ListField } from '../../../domain/registered-beneficiary.ts'
import type { RegistrationDetail } from '../../../protocol/office/registrations.ts'
import { registrationWords } from '../../../text/office/registrations.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../ui/language.tsx'
import { describeMethod, describeSubstitute } from '../../frame/describe.ts'

type Props = {
  registration: RegistrationDetail
  kept: ReadonlySet<ListField>
  /** Null while nothing is to be decided. */
  onKeep: ((field: ListField, keep: boolean) => void) | null
}
type Terms = (typeof termWords)['vi']
type Said = Pick<Beneficiary, ListField>

/** A table of two columns, or of one for a person on no list. */
export function Comparison({ registration, kept, onKeep }: Props) {
  const t = useWords(registrationWords)
  const terms = useWords(termWords)
  const { current, differences, data } = registration
  const registered: Said = { ...data.person, method: data.method, substitute: data.substitute }
  return (
    <div className="table-scroll">
      <table className="table office-table review-compare">
        <caption className={current ? undefined : 'visually-hidden'}>
          {current ? t.differences(differences.length) : t.compareCaption}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.registered}</th>
            {current && <th scope="col">{t.onList}</th>}
          </tr>
        </thead>
        <tbody>
          {ListField.options.map((field) => {
            const differs = differences.includes(field)
            return (
              <tr key={field} className={differs ? 'review-compare__differs' : undefined}>
                <th scope="row">
                  {terms.field[field]} {differs && <Badge tone="warn">{t.differs}</Badge>}
                </th>
                <td data-label={current ? t.registered : undefined}>{shown(terms, field, registered, t.leftEmpty)}</td>
                {current && (
                  <td data-label={t.onList}>
                    {shown(terms, field, current, t.leftEmpty)}
                    {differs && onKeep && (
                      <label className="review-keep">
                        <input
                          type="checkbox"
                          checked={kept.has(field)}
                          aria-label={t.keepListFor(terms.field[field])}
                          onChange={(event) => onKeep(field, event.target.checked)}
                        />
                        {t.keepList}
                      </label>
                    )}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      {current && <p className="soft review-compare__note">{t.listKeepsOwn}</p>}
    </div>
  )
}

function shown(terms: Terms, field: ListField, said: Said, empty: string): string {
  switch (field) {
    case 'birth':
      return said.birth === null ? empty : formatDate(PartialDate.parse(said.birth))
    case 'sex':
      return said.sex === null ? empty : terms.sex[said.sex]
    case 'phoneOwner':
      return said.phoneOwner === null ? empty : terms.phoneOwner[said.phoneOwner]
    case 'method':
      return describeMethod(terms, said.method)
    case 'substitute':
      return describeSubstitute(terms, said.substitute)
    default:
      return said[field] ?? empty
  }
}
