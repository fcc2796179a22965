import { Link } from 'wouter'
import { RegistrationStep } from '../../../domain/registration/draft.ts'
import { missingInStep } from '../../../domain/registration/missing.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useRegistration } from './registration-context.tsx'
import { addressOf } from './step-address.ts'

/** The five steps, in any order, each saying what it still lacks. `papers`: how many papers are missing. */
export function Trail({ step, papers }: { step: RegistrationStep; papers: number }) {
  const t = useWords(registerWords)
  const { draft, missing } = useRegistration()
  return (
    <nav aria-label={t.trail}>
      <ol className="trail">
        {RegistrationStep.options.map((one, index) => {
          const lacks = missingInStep(missing, one).length
          const isWhole = lacks === 0 && (one !== 'papers' || papers === 0)
          const state = lacks > 0 ? t.stepLacks(lacks) : isWhole ? t.stepWhole : t.papersMissing(papers)
          return (
            <li key={one} className="trail__item">
              <Link
                href={addressOf(draft.id, one)}
                className={classNames('trail__link', isWhole && 'trail__link--whole')}
                aria-current={one === step ? 'step' : undefined}
                aria-labelledby={`trail-${one}`}
                aria-describedby={`trail-${one}-state`}
              >
                <span className="trail__mark" aria-hidden="true">
                  {isWhole ? <Icon name="check" size={20} /> : index + 1}
                </span>
                <span className="trail__name" id={`trail-${one}`}>
                  {t.steps[one]}
                </span>
                <span className="trail__state" id={`trail-${one}-state`}>
                  {state}
                </span>
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
