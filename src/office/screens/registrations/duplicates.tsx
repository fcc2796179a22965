// Who else may be the same person; for somebody on no list the reviewer says whom accepting writes to.
import { Link } from 'wouter'
import { formatDate, PartialDate } from '../../../domain/calendar-date.ts'
import { BeneficiaryId } from '../../../domain/ids.ts'
import type { PossibleDuplicate, RegistrationDetail } from '../../../protocol/office/registrations.ts'
import { registrationWords } from '../../../text/office/registrations.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'

type Props = {
  registration: RegistrationDetail
  linkTo: BeneficiaryId | null
  /** Null while nothing is to be decided. */
  onLink: ((to: BeneficiaryId | null) => void) | null
}

const newPerson = 'new'

/** Nothing when nobody is like this person. */
export function Duplicates({ registration: { current, duplicates }, linkTo, onLink }: Props) {
  const t = useWords(registrationWords)
  const listed = duplicates.filter((each) => each.of === 'beneficiary')
  if (duplicates.length === 0) return null
  return (
    <section className="card stack stack--tight" aria-labelledby="duplicates">
      <h2 id="duplicates">{t.duplicatesTitle}</h2>
      <ul className="office-todo">
        {duplicates.map((each) => (
          <li key={`${each.of}/${each.id}`} className="row">
            <Badge tone="warn">{each.shares === 'idNumber' ? t.sameId : t.sameNameAndBirth}</Badge>
            <Link
              className="office-todo__link"
              href={each.of === 'beneficiary' ? `/danh-sach/${each.id}` : `/ho-so/${each.id}`}
            >
              {line(each)}
            </Link>
            <span className="soft">{each.of === 'beneficiary' ? t.ofList : t.ofRegistrations}</span>
          </li>
        ))}
      </ul>
      {current === null && onLink && listed.length > 0 && (
        <>
          <Banner tone="info">{t.newPersonNote}</Banner>
          <ChoiceGroup
            legend={t.linkLegend}
            name="link"
            value={linkTo ?? newPerson}
            onChange={(event) => onLink(BeneficiaryId.safeParse(event.target.value).data ?? null)}
            options={[
              ...listed.map((each) => ({ value: each.id, label: t.isSamePerson, hint: line(each) })),
              { value: newPerson, label: t.isNewPerson },
            ]}
          />
        </>
      )}
    </section>
  )
}

function line({ name, birth, idNumber, hamlet, fileCode }: PossibleDuplicate): string {
  const born = birth === null ? null : formatDate(PartialDate.parse(birth))
  return [name, born, idNumber, hamlet, fileCode].filter(Boolean).join(' · ')
}
