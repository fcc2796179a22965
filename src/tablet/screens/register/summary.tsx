import { useMemo } from 'react'
import { confirmationWords } from '../../../text/tablet/confirmation.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { useWords } from '../../../ui/language.tsx'
import { useBankName } from '../../frame/bank-names.ts'
import { ReadAloud } from './read-aloud.tsx'
import { useRegistration } from './registration-context.tsx'
import { summaryOf } from './summary-of.ts'

/** Everything that was written down, to be read aloud by the officer or the tablet. */
export function Summary() {
  const t = useWords(registerWords)
  const c = useWords(confirmationWords)
  const terms = useWords(termWords)
  const { values } = useRegistration()
  const { kind, bank: bin } = values.method
  const bank = useBankName(kind === 'bankAccount' && bin !== '' ? bin : null)
  const parts = summaryOf(values, bank, t, terms)
  const spoken = useMemo(
    // Read to the beneficiary, in the beneficiary's language.
    () =>
      summaryOf(values, bank, registerWords.vi, termWords.vi).flatMap(({ title, facts }) => [
        title,
        ...facts.map(([label, value]) => `${label}: ${value}`),
      ]),
    [values, bank],
  )
  return (
    <section className="register__part card" aria-labelledby="summary">
      <div className="row row--between">
        <h3 id="summary">{c.readThis}</h3>
        <ReadAloud sentences={spoken} />
      </div>
      {parts.map(({ title, facts }) => (
        <div key={title} className="summary__part">
          <h4>{title}</h4>
          <dl className="facts">
            {facts.map(([label, value]) => (
              <div key={label} className="summary__fact">
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}
