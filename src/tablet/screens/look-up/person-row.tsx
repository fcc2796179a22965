import type { ReactNode } from 'react'
import { yearOf } from '../../../domain/calendar-date.ts'
import { markDigits, type MarkedPart, markWords } from '../../../domain/search/mark-matches.ts'
import type { QueryWord } from '../../../domain/search/search-query.ts'
import { lookUpWords } from '../../../text/tablet/look-up.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { RegistrationState } from '../../actions/find-people.ts'
import type { ListedPerson } from '../../actions/session.ts'
import { toneOfRegistration } from '../../frame/registration-tone.ts'
import { MarkedText } from './marked-text.tsx'

type Props = {
  person: ListedPerson
  words: readonly QueryWord[]
  registration: RegistrationState
  chosen: boolean
  onChoose: () => void
}

/** One person of the results. The category never stands here: a list can be read over a shoulder. */
export function PersonRow({ person: { beneficiary, entitlements }, words, registration, chosen, onChoose }: Props) {
  const t = useWords(lookUpWords)
  const terms = useWords(termWords)
  const { birth, hamlet, idNumber, oldIdNumber, phone, fileCode } = beneficiary
  const asked = (label: string, parts: MarkedPart[]): ReactNode[] =>
    parts.some(({ found }) => found)
      ? [
          <span key={label} className="number">
            {label} <MarkedText parts={parts} />
          </span>,
        ]
      : []
  const programmes = [...new Set(entitlements.map(({ programme }) => programme))]
  const facts: ReactNode[] = [
    birth !== null && (
      <span key="birth" className="number">
        <MarkedText parts={markDigits(t.born(String(yearOf(birth))), words)} />
      </span>
    ),
    hamlet !== null && (
      <span key="hamlet">
        {terms.hamlet} <MarkedText parts={markWords(hamlet, words)} />
      </span>
    ),
    ...asked(t.idNumber, markDigits(idNumber ?? '', words)),
    ...asked(t.idNumber, markDigits(oldIdNumber ?? '', words)),
    ...asked(t.phone, markDigits(phone ?? '', words)),
    ...asked(t.fileCode, markWords(fileCode ?? '', words)),
    ...programmes.map((programme) => <span key={programme}>{terms.programme[programme]}</span>),
  ]
  return (
    <button type="button" className="person-row" aria-current={chosen ? 'true' : undefined} onClick={onChoose}>
      <span className="person-row__name">
        <MarkedText parts={markWords(beneficiary.name, words)} />
      </span>
      {registration !== 'none' && <Badge tone={toneOfRegistration[registration]}>{t.registration[registration]}</Badge>}
      <span className="person-row__facts">{facts}</span>
    </button>
  )
}
