import { Moment } from '../../../domain/calendar-date.ts'
import type { ConsentPurpose } from '../../../domain/consent.ts'
import { consentVersion, consentWords } from '../../../text/tablet/consents.ts'
import { confirmationWords } from '../../../text/tablet/confirmation.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useFormPhotos } from '../../frame/capture/draft-photos-context.tsx'
import { useTools } from '../../frame/tools-context.tsx'
import { useField, useRegistration } from './registration-context.tsx'

/** One question per purpose, none ticked beforehand; each answer is kept with the sentence's version, the time and who gave it. */
export function ConsentFields() {
  const t = useWords(confirmationWords)
  const sentences = useWords(consentWords)
  const { now } = useTools()
  const field = useField()
  const { form, values } = useRegistration()
  const { photos } = useFormPhotos()
  const { consents, answeredBy } = values
  const wantsAccount = values.method.kind === 'bankAccount' || values.method.kind === 'digitalAccount'
  const hasPortrait = photos.some(({ role }) => role === 'person')
  const asked: ConsentPurpose[] = [
    ...(wantsAccount ? (['passToProvider'] as const) : []),
    ...(hasPortrait ? (['keepPortrait'] as const) : []),
  ]
  const answer = (purpose: ConsentPurpose, given: boolean) => {
    const at = Moment.parse(new Date(now()).toISOString())
    const rest = consents.filter((one) => one.purpose !== purpose)
    form.setValue('consents', [...rest, { purpose, given, textVersion: consentVersion, at, by: answeredBy }])
  }
  return (
    <section className="register__part" aria-labelledby="consents">
      <h3 id="consents">{t.consents}</h3>
      {asked.length === 0 ? (
        <p className="soft">{t.noConsent}</p>
      ) : (
        <>
          <p className="soft">{t.consentsHint}</p>
          {values.substitute.kind !== 'none' && (
            <ChoiceGroup
              legend={t.answeredBy}
              columns
              options={(['self', 'substitute'] as const).map((who) => ({ value: who, label: t.answers[who] }))}
              {...field('answeredBy', (by) => {
                // Somebody else answers: what was agreed to before was not this person's word.
                if (by !== answeredBy) form.setValue('consents', [])
              })}
            />
          )}
          {asked.map((purpose) => (
            <CheckField
              key={purpose}
              label={sentences[purpose]}
              name={`consent.${purpose}`}
              checked={consents.some((one) => one.purpose === purpose && one.given)}
              onChange={(event) => answer(purpose, event.target.checked)}
            />
          ))}
        </>
      )}
    </section>
  )
}
