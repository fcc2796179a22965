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
  const { list } = useSession()
  if (drafts.length === 0) return null
  return (
    <section className="card stack stack--tight">
      <h2>{t.draftsTitle}</h2>
      <ul className="home__list">
        {drafts.map((draft) => {
          const onList = draft.subject === null ? undefined : list.listed(draft.subject)
          const name = RegistrationDraft.parse(draft.content).person.name || onList?.beneficiary.name || t.draftNew
          return (
            <li key={draft.id} className="home__item">
              <div>
                <div className="home__item-name">{name}</div>
                <div className="soft">{t.draftSaved(formatMoment(draft.savedAt, now()))}</div>
              </div>
              <Link
                href={`/dang-ky/${draft.id}`}
                className="button button--secondary"
                aria-label={`${t.continue}: ${name}`}
              >
                <span>{t.continue}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
