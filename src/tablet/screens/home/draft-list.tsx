import { Link } from 'wouter'
import { RegistrationDraft } from '../../../domain/registration/draft.ts'
import { formatMoment } from '../../../text/moments.ts'
import { homeWords } from '../../../text/tablet/home.ts'
import { useWords } from '../../../ui/language.tsx'
import type { Draft } from '../../actions/session.ts'
import { useSession } from '../../frame/session-context.tsx'
import { useTools } from '../../frame/tools-context.tsx'

/** Forms that were begun and not saved as records; each leads back to the step that was open. */
export function DraftList({ drafts }: { drafts: readonly Draft[] }) {
  const t = useWords(homeWords)
  const { now } = useTools()
  const lookOf = useLookOf()
  return (
    <section className="card stack stack--tight">
      <h2>{t.draftsTitle}</h2>
      <ul className="home__list">
        {drafts.map((draft) => {
          const { name, href } = lookOf(draft)
          return (
            <li key={draft.id} className="home__item">
              <div>
                <div className="home__item-name">{name}</div>
                <div className="soft">{t.draftSaved(formatMoment(draft.savedAt, now()))}</div>
              </div>
              <Link href={href} className="button button--secondary" aria-label={`${t.continue}: ${name}`}>
                <span>{t.continue}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What a draft is called, and where it goes on. */
function useLookOf() {
  const t = useWords(homeWords)
  const { list } = useSession()
  return ({ id, kind, subject, content }: Draft): { name: string; href: string } => {
    const onList = (subject === null ? undefined : list.listed(subject))?.beneficiary.name ?? ''
    switch (kind) {
      case 'registration': {
        const name = RegistrationDraft.parse(content).person.name || onList || t.draftNew
        return { name, href: `/dang-ky/${id}` }
      }
      case 'payment':
        return { name: t.draftPayment(onList), href: `/chi-tra/${id.replace('payment/', '')}` }
      case 'settlement':
        return { name: t.draftSettlement, href: '/quyet-toan' }
    }
  }
}
