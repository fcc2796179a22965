// Who else may be the same person; for somebody on no list the reviewer says whom accepting writes to.
import { Link as To } from 'wouter'
import { formatDate, PartialDate } from '../../../domain/calendar-date.ts'
import { BeneficiaryId } from '../../../domain/ids.ts'
import type { PossibleDuplicate, RegistrationDetail } from '../../../protocol/office/registrations.ts'
import { registrationWords } from '../../../text/office/registrations.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'

/** Whom accepting writes to: somebody on the list, a new person, or not said yet. */
export type Link = BeneficiaryId | 'new' | null

type Props = {
  registration: RegistrationDetail
  link: Link
  /** Null while nothing is to be decided. */
  onLink: ((to: Link) => void) | null
  error: string | undefined
}

/** Whether the reviewer has to say whom accepting writes to. */
export function asksForLink({ current, duplicates }: RegistrationDetail): boolean {
  return current === null && duplicates.some((each) => each.of === 'beneficiary')
}

/** Nothing when nobody is like this person. */
export function Duplicates({ registration, link, onLink, error }: Props) {
  const t = useWords(registrationWords)
  const { duplicates } = registration
  const listed = duplicates.filter((each) => each.of === 'beneficiary')
  if (duplicates.length === 0) return null
  return (
    <section className="card stack stack--tight" aria-labelledby="duplicates">
      <h2 id="duplicates">{t.duplicatesTitle}</h2>
      <ul className="office-todo">
        {duplicates.map((each) => (
          <li key={`${each.of}/${each.id}`}>
            <To
              className="office-todo__link"
              href={each.of === 'beneficiary' ? `/danh-sach/${each.id}` : `/ho-so/${each.id}`}
            >
              {line(each)}
            </To>
            <div className="row">
              <Badge tone="warn">{each.shares === 'idNumber' ? t.sameId : t.sameNameAndBirth}</Badge>
              <span className="soft">{each.of === 'beneficiary' ? t.ofList : t.ofRegistrations}</span>
            </div>
          </li>
        ))}
      </ul>
      {asksForLink(registration) && onLink && (
        <>
          <Banner tone="info">{t.likeSomebody}</Banner>
          <ChoiceGroup
            legend={t.linkLegend}
            name="link"
            value={link}
            error={error}
            onChange={(event) => onLink(BeneficiaryId.safeParse(event.target.value).data ?? 'new')}
            options={[
              ...listed.map((each) => ({ value: each.id, label: t.isSamePerson, hint: line(each) })),
              { value: 'new', label: t.isNewPerson },
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
