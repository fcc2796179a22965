// What is still missing, and what contradicts itself: photos on their way, papers, eligibility to open an account.
import { contradictionsOf } from '../../../domain/citizen-id.ts'
import { eligibilityOf } from '../../../domain/registration/eligibility.ts'
import type { RegistrationDetail } from '../../../protocol/office/registrations.ts'
import { registrationWords } from '../../../text/office/registrations.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { vietnamDayOf } from '../../frame/moments.ts'

/** @param now milliseconds since 1970: what is in force depends on the day. */
export function MissingThings({ registration, now }: { registration: RegistrationDetail; now: number }) {
  const t = useWords(registrationWords)
  const { data, photos } = registration
  const onTheirWay = photos.filter(({ arrived }) => !arrived).length
  const contradictions = data.person.idNumber === null ? [] : contradictionsOf(data.person.idNumber, data.person)
  const eligibility = eligibilityOf({
    ...data,
    photos: photos.filter(({ arrived }) => arrived).map(({ role }) => role),
    today: vietnamDayOf(now),
  })
  const warnings = [
    ...(onTheirWay > 0 ? [t.photosNotArrived(onTheirWay)] : []),
    ...(data.lacksCitizenId ? [t.lacksCitizenId] : []),
    ...contradictions.map((contradiction) => t.contradiction[contradiction]),
  ]
  return (
    <section className="card stack stack--tight" aria-labelledby="missing">
      <h2 id="missing">{t.missingTitle}</h2>
      {warnings.length > 0 && (
        <Banner tone="warn">
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Banner>
      )}
      {eligibility.kind === 'eligible' && <Banner tone="good">{t.eligible}</Banner>}
      {eligibility.kind === 'cash' && <Banner tone="info">{t.cashBecause[eligibility.why]}</Banner>}
      {eligibility.kind === 'needsPapers' && (
        <Banner tone="warn">
          {t.needsPapers}: {eligibility.needs.map((need) => t.need[need]).join('; ')}
        </Banner>
      )}
    </section>
  )
}
