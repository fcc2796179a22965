import { troubleWords } from '../../../text/tablet/trouble.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { ProfileEntry, StoreTrouble } from '../../actions/session.ts'
import { ExportButton } from '../../frame/export-button.tsx'
import { FrontPage } from '../../frame/front-page.tsx'

type Props = {
  profile: ProfileEntry
  trouble: StoreTrouble
  onRetry: () => void
  /** Opens what is left of a shortened store. */
  onOpenRest: () => void
  onEnrol: () => void
}

/** The store was found empty, shortened or damaged: what is missing, and what to do. Nothing is deleted or made anew. */
export function TroubleScreen({ profile, trouble: { trouble, missing }, onRetry, onOpenRest, onEnrol }: Props) {
  const t = useWords(troubleWords)
  const title = { empty: t.emptyTitle, shortened: t.shortenedTitle, damaged: t.damagedTitle }[trouble]
  const text = { empty: t.emptyText, shortened: t.shortenedText, damaged: t.damagedText }[trouble]
  const steps = {
    empty: [t.doCall, t.doEnrol],
    shortened: [t.doCall, t.doExport, t.doOpenRest],
    damaged: [t.doRetry, t.doCall, t.doExport],
  }[trouble]
  return (
    <FrontPage title={title}>
      <Banner tone="bad">
        <p>{text}</p>
        <p>
          {missing !== null && <strong>{t.missing(missing.from, missing.to)} </strong>}
          {t.missingSent}
        </p>
      </Banner>
      <dl className="facts">
        <dt>{t.staff}</dt>
        <dd>{profile.staffName}</dd>
        <dt>{t.area}</dt>
        <dd>{profile.place}</dd>
        <dt>{t.profile}</dt>
        <dd className="number">{profile.profileId}</dd>
      </dl>
      <h2>{t.whatToDo}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {trouble !== 'empty' && <ExportButton profileId={profile.profileId} />}
      {trouble === 'shortened' && (
        <Button variant="primary" icon="key" onClick={onOpenRest}>
          {t.openRest}
        </Button>
      )}
      <div className="row">
        <Button icon="sync" onClick={onRetry}>
          {t.retry}
        </Button>
        <Button variant="quiet" icon="personAdd" onClick={onEnrol}>
          {t.enrolAgain}
        </Button>
      </div>
    </FrontPage>
  )
}
