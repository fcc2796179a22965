// What else was written down at the door, and what happened at the office since.
import { formatDate } from '../../../domain/calendar-date.ts'
import { categories } from '../../../domain/code-lists/categories.ts'
import { formatDong } from '../../../domain/money.ts'
import type { RegistrationDetail } from '../../../protocol/office/registrations.ts'
import { registrationWords } from '../../../text/office/registrations.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useCommuneName } from '../../frame/commune-filter.tsx'
import { formatMoment } from '../../frame/moments.ts'
import { toneOfReview } from '../../frame/review-tone.ts'

/** Card, programme, consents, confirmation, note, and what the person receives today. */
export function MoreFacts({ registration }: { registration: RegistrationDetail }) {
  const t = useWords(registrationWords)
  const terms = useWords(termWords)
  const communeName = useCommuneName()
  const { data, entitlements } = registration
  const { substitute, confirmation } = data
  const category = categories.find(({ code }) => code === data.category)?.name ?? data.category
  const paper = substitute?.kind === 'authorisedPerson' ? substitute.authorisation : null
  const facts: [string, string | null][] = [
    [terms.field.commune, communeName(registration.commune)],
    [terms.field.idIssued, data.person.idIssued && formatDate(data.person.idIssued)],
    [terms.field.programme, data.programme && terms.programme[data.programme]],
    [terms.field.category, category],
    [terms.paper.authorisation, paper && t.authorisation(paper.number ?? t.noNumber, formatDate(paper.date))],
    [t.certifiedBy, paper && paper.certifiedBy],
    [t.validUntil, paper?.validUntil ? formatDate(paper.validUntil) : null],
    [
      t.consents,
      data.consents
        .map(({ purpose, given }) => `${terms.consent[purpose]}: ${given ? t.consentGiven : t.consentRefused}`)
        .join('; '),
    ],
    [
      t.confirmation,
      [t.confirmedBy[confirmation.how], confirmation.how === 'witness' ? confirmation.witness : null]
        .filter(Boolean)
        .join(': '),
    ],
    [t.officerNote, data.note],
    [
      t.entitlements,
      entitlements
        .filter(({ state }) => state === 'active')
        .map(({ programme, monthly }) => `${terms.programme[programme]} ${formatDong(monthly)}`)
        .join('; '),
    ],
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name} className="office-fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** Who decided what, and when; the arrival first. */
export function ReviewHistory({ registration }: { registration: RegistrationDetail }) {
  const t = useWords(registrationWords)
  const terms = useWords(termWords)
  return (
    <section className="card stack stack--tight" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      <ol className="review-history">
        <li>
          {t.arrived} <span className="soft">{formatMoment(registration.receivedAt)}</span>
        </li>
        {registration.history.map((step) => (
          <li key={step.at}>
            <Badge tone={toneOfReview[step.state]}>{terms.review[step.state]}</Badge>{' '}
            <span className="soft">
              {step.by}, {formatMoment(step.at)}
            </span>
            {step.papers.length > 0 && <div>{step.papers.map((each) => terms.paper[each]).join(', ')}</div>}
            {step.note !== null && <div>{step.note}</div>}
          </li>
        ))}
      </ol>
    </section>
  )
}
