import { readWish } from '../../../domain/registration/complete-registration.ts'
import { eligibilityOf } from '../../../domain/registration/eligibility.ts'
import { photosAtHand } from '../../../domain/registration/missing-papers.ts'
import { confirmationWords } from '../../../text/tablet/confirmation.ts'
import { registrationProblemWords } from '../../../text/tablet/registration-problems.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useFormPhotos } from '../../frame/capture/draft-photos-context.tsx'
import { useRegistration } from './registration-context.tsx'

/** Whether an account can be opened, with the reasons. */
export function EligibilityPanel() {
  const t = useWords(confirmationWords)
  return (
    <section className="register__part" aria-labelledby="eligibility">
      <h3 id="eligibility">{t.eligibility}</h3>
      <Verdict />
    </section>
  )
}

function Verdict() {
  const t = useWords(confirmationWords)
  const words = useWords(registrationProblemWords)
  const { values, today } = useRegistration()
  const { photos } = useFormPhotos()
  const wish = readWish(values, today)
  if (wish === null) return <p className="soft">{t.notYetJudged}</p>
  const atHand = photosAtHand(
    values,
    photos.map(({ role }) => role),
  )
  const verdict = eligibilityOf({ ...wish, consents: values.consents, photos: atHand, today })
  switch (verdict.kind) {
    case 'eligible':
      return <Banner tone="good">{t.eligible}</Banner>
    case 'needsPapers':
      return <Banner tone="warn">{t.needsPapers(verdict.needs.map((need) => words.need[need]).join('; '))}</Banner>
    case 'cash':
      return (
        <Banner tone="info">
          <p>
            <strong>{t.cash}</strong>
          </p>
          <p>{words.cash[verdict.why]}</p>
        </Banner>
      )
  }
}
