// People and registrations that may be the same person, each with what it shares.
import { Link } from 'wouter'
import { formatDate, PartialDate } from '../../domain/calendar-date.ts'
import type { PossibleDuplicate } from '../../protocol/office/registrations.ts'
import { registrationWords } from '../../text/office/registrations.ts'
import { Badge } from '../../ui/badge.tsx'
import { useWords } from '../../ui/language.tsx'

/** One of them as one line. */
export function describeDuplicate({ name, birth, idNumber, hamlet, fileCode }: PossibleDuplicate): string {
  const born = birth === null ? null : formatDate(PartialDate.parse(birth))
  return [name, born, idNumber, hamlet, fileCode].filter(Boolean).join(' · ')
}

/** @param newWindow what is being typed here stays. */
export function DuplicateList({
  duplicates,
  newWindow = false,
}: {
  duplicates: readonly PossibleDuplicate[]
  newWindow?: boolean
}) {
  const t = useWords(registrationWords)
  return (
    <ul className="office-todo">
      {duplicates.map((each) => (
        <li key={`${each.of}/${each.id}`}>
          <Link
            className="office-todo__link"
            href={each.of === 'beneficiary' ? `/danh-sach/${each.id}` : `/ho-so/${each.id}`}
            {...(newWindow && { target: '_blank' })}
          >
            {describeDuplicate(each)}
          </Link>
          <div className="row">
            <Badge tone="warn">{each.shares === 'idNumber' ? t.sameId : t.sameNameAndBirth}</Badge>
            <span className="soft">{each.of === 'beneficiary' ? t.ofList : t.ofRegistrations}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}
