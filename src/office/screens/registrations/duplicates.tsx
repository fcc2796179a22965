// Who else may be the same person; for somebody on no list the reviewer says whom accepting writes to.
import { BeneficiaryId } from '../../../domain/ids.ts'
import type { RegistrationDetail } from '../../../protocol/office/registrations.ts'
import { registrationWords } from '../../../text/office/registrations.ts'
import { Banner } from '../../../ui/banner.tsx'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'
import { describeDuplicate, DuplicateList } from '../../frame/duplicate-list.tsx'

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
      <DuplicateList duplicates={duplicates} />
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
              ...listed.map((each) => ({ value: each.id, label: t.isSamePerson, hint: describeDuplicate(each) })),
              { value: 'new', label: t.isNewPerson },
            ]}
          />
        </>
      )}
    </section>
  )
}
