import type { RegistrationStep } from '../../../domain/registration/draft.ts'
import { type Missing, missingInStep, missingPlaces } from '../../../domain/registration/missing.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { registrationProblemWords } from '../../../text/tablet/registration-problems.ts'
import { useWords } from '../../../ui/language.tsx'
import { useRegistration } from './registration-context.tsx'

/** The lacks, each leading to the field where it is mended. */
export function MissingList({ missing }: { missing: readonly Missing[] }) {
  const words = useWords(registrationProblemWords)
  const { goTo } = useRegistration()
  return (
    <ul className="missing__list">
      {missing.map((lack) => (
        <li key={lack}>
          <button
            type="button"
            className="missing__item"
            onClick={() => goTo(missingPlaces[lack].step, missingPlaces[lack].field)}
          >
            {words.missing[lack]}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What a step still lacks; nothing once it is whole. */
export function MissingNote({ missing, step }: { missing: readonly Missing[]; step: RegistrationStep }) {
  const t = useWords(registerWords)
  const here = missingInStep(missing, step)
  if (here.length === 0) return null
  return (
    <details className="missing" open>
      <summary className="missing__title">
        {t.stillMissing} ({here.length})
      </summary>
      <MissingList missing={here} />
    </details>
  )
}
