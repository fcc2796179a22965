// Other terms of a benefit for some days, and corrections of the grant.
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link, useLocation } from 'wouter'
import { formatDate } from '../../../domain/calendar-date.ts'
import { type Entitlement, EntitlementState } from '../../../domain/entitlement.ts'
import {
  proposedUntil,
  readTypedChange,
  type TypedChange,
  typedChangeOf,
} from '../../../domain/list-edit/typed-change.ts'
import { parseTypedDay } from '../../../domain/registration/read-person.ts'
import type { PersonDetail } from '../../../protocol/office/people.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { listProblemWords } from '../../../text/office/list-problems.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { changeBenefit } from '../../actions/edit-list.ts'
import { today } from '../../frame/moments.ts'
import { CategoryFields } from './benefit-fields.tsx'
import { EditOutcomeNote } from './edit-outcome.tsx'
import { PeriodTable } from './period-table.tsx'
import { useEdit } from './use-edit.ts'

type Props = { person: PersonDetail; benefit: Entitlement; onTakeTheirs: (person: PersonDetail) => void }

/** `Đổi mức, tình trạng`. */
export function ChangeBenefitForm({ person, benefit, onTakeTheirs }: Props) {
  const t = useWords(listEditWords)
  const wrongs = useWords(listProblemWords)
  const words = useWords(frameWords)
  const terms = useWords(termWords)
  const [, navigate] = useLocation()
  const { id } = person.beneficiary
  const periods = person.periods[benefit.id] ?? []
  const form = useForm<TypedChange>({ defaultValues: typedChangeOf(benefit, today()) })
  const edit = useEdit({ id, version: person.version }, () => navigate(`/danh-sach/${id}`))
  const [nothing, setNothing] = useState(false)
  const field = (name: keyof TypedChange) => ({
    ...form.register(name),
    error: form.getFieldState(name, form.formState).error?.message,
  })
  const termsFrom = field('termsFrom')
  const proposeEnd = () => {
    const from = parseTypedDay(form.getValues('termsFrom'))
    const until = from === null ? null : proposedUntil(from, periods)
    if (until !== null && form.getValues('termsUntil') === '') form.setValue('termsUntil', formatDate(until))
  }
  const save = (version: number) => {
    const read = readTypedChange(benefit, form.getValues())
    form.clearErrors()
    if (read.kind === 'lacking') {
      for (const { field: name, problem } of read.problems) {
        const message = problem === 'reason' ? t.reasonMissing : wrongs.benefitProblem[problem]
        form.setError(name, { message }, { shouldFocus: true })
      }
      return
    }
    const changesNothing = read.value.terms === null && Object.keys(read.value.grant).length === 0
    setNothing(changesNothing)
    if (changesNothing) return edit.settle()
    void edit.send(changeBenefit(id, benefit.id, { version, ...read.value }))
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save(person.version)
      }}
    >
      <PeriodTable periods={periods} />
      <section className="card stack" aria-labelledby="terms">
        <h2 id="terms">{t.changeTerms}</h2>
        <p className="soft">{t.termsHint}</p>
        <div className="columns">
          <TextField label={t.monthly} maxLength={20} inputMode="numeric" {...field('monthly')} />
          <SelectField
            label={t.state}
            options={EntitlementState.options.map((value) => ({ value, label: terms.entitlement[value] }))}
            {...field('state')}
          />
          <TextField
            label={t.termsFrom}
            hint={t.dayHint}
            maxLength={20}
            {...termsFrom}
            onBlur={(event) => {
              proposeEnd()
              void termsFrom.onBlur(event)
            }}
          />
          <TextField label={t.termsUntil} hint={t.termsUntilHint} maxLength={20} {...field('termsUntil')} />
        </div>
        <CategoryFields programme={benefit.programme} field={field} />
        <TextField label={t.newDecision} maxLength={200} spellCheck={false} {...field('newDecision')} />
      </section>
      <details className="card">
        <summary className="office-summary">{t.grant}</summary>
        <div className="columns">
          <TextField label={t.decision} maxLength={200} spellCheck={false} {...field('decision')} />
          <TextField label={t.arrears} maxLength={20} inputMode="numeric" {...field('arrears')} />
          <TextField label={t.grantFrom} hint={t.dayHint} maxLength={20} {...field('from')} />
          <TextField label={t.grantUntil} hint={t.dayHint} maxLength={20} {...field('until')} />
        </div>
      </details>
      <section className="card stack" aria-label={t.about}>
        <TextAreaField label={t.reason} hint={t.reasonHint} maxLength={500} {...field('reason')} />
      </section>
      {nothing && <Banner tone="info">{t.nothingChanged}</Banner>}
      <EditOutcomeNote
        outcome={edit.outcome}
        busy={edit.busy}
        mine={[]}
        onDespite={null}
        onKeepMine={({ current }) => save(current.version)}
        onTakeTheirs={({ current }) => onTakeTheirs(current)}
      />
      <div className="row">
        <Button variant="primary" type="submit" busy={edit.busy}>
          {words.save}
        </Button>
        <Link className="button button--secondary" href={`/danh-sach/${id}`}>
          {words.cancel}
        </Link>
      </div>
    </form>
  )
}
