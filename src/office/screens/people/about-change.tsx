// Since when a change is so, and why it is made.
import { listEditWords } from '../../../text/office/list-edit.ts'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useField, useTypedIn } from './person-form.ts'

/** @param dated whether a day can be said: not of somebody new. */
export function AboutChange({ dated }: { dated: boolean }) {
  const t = useWords(listEditWords)
  const field = useField()
  const since = useTypedIn('since')
  return (
    <section className="card stack" aria-labelledby="about">
      <h2 id="about">{t.about}</h2>
      {dated && (
        <ChoiceGroup
          legend={t.since}
          columns
          options={[
            { value: 'day', label: t.sinceDay, hint: t.sinceDayHint },
            { value: 'always', label: t.sinceAlways, hint: t.sinceAlwaysHint },
          ]}
          {...field('since')}
        />
      )}
      {dated && since === 'day' && <TextField label={t.from} hint={t.dayHint} maxLength={20} {...field('from')} />}
      <TextAreaField label={t.reason} hint={t.reasonHint} maxLength={500} {...field('reason')} />
    </section>
  )
}
