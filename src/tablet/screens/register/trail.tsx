import { Link } from 'wouter'
import { RegistrationStep } from '../../../domain/registration/draft.ts'
import { missingInStep } from '../../../domain/registration/missing.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useRegistration } from './registration-context.tsx'
import { addressOf } from './step-address.ts'

/** On a narrow screen the trail is wider than the window: the open step is brought into it. */
function showCurrent(link: HTMLAnchorElement | null): void {
  const trail = link?.closest('ol')
  const item = link?.closest('li')
  if (trail && item) trail.scrollLeft = item.offsetLeft - (trail.clientWidth - item.offsetWidth) / 2
}

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
            <li key={one} className={classNames('trail__item', isWhole && 'trail__item--whole')}>
              <Link
                ref={one === step ? showCurrent : undefined}
                href={addressOf(draft.id, one)}
                className="trail__link"
                aria-current={one === step ? 'step' : undefined}
                aria-describedby={`trail-${one}`}
              >
                <span className="trail__mark" aria-hidden="true">
                  {isWhole ? <Icon name="check" size={20} /> : index + 1}
                </span>
                <span className="trail__name">{t.steps[one]}</span>
              </Link>
              <span className="trail__state" id={`trail-${one}`}>
                {state}
              </span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
