import { useForm, useWatch } from 'react-hook-form'
import { Link, useLocation } from 'wouter'
import { readTypedBenefit, type TypedBenefit, typedBenefitOf } from '../../../domain/list-edit/typed-benefit.ts'
import { tidyText } from '../../../domain/tidy-text.ts'
import type { PersonDetail } from '../../../protocol/office/people.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { listProblemWords } from '../../../text/office/list-problems.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { addBenefit } from '../../actions/edit-list.ts'
import { BenefitFields } from './benefit-fields.tsx'
import { EditOutcomeNote } from './edit-outcome.tsx'
import { useEdit } from './use-edit.ts'

type Form = TypedBenefit & { reason: string }
type Props = { person: PersonDetail; onTakeTheirs: (person: PersonDetail) => void }

/** One more benefit. */
export function AddBenefitForm({ person, onTakeTheirs }: Props) {
  const t = useWords(listEditWords)
  const wrongs = useWords(listProblemWords)
  const words = useWords(frameWords)
  const [, navigate] = useLocation()
  const { id } = person.beneficiary
  const form = useForm<Form>({ defaultValues: { ...typedBenefitOf(null), reason: '' } })
  const programme = useWatch({ control: form.control, name: 'programme' })
  const edit = useEdit({ id, version: person.version }, () => navigate(`/danh-sach/${id}`))
  const field = (name: keyof Form) => ({
    ...form.register(name),
    error: form.getFieldState(name, form.formState).error?.message,
  })
  const save = (version: number) => {
    const read = readTypedBenefit(form.getValues())
    const reason = tidyText(form.getValues('reason'))
    form.clearErrors()
    if (reason === '') form.setError('reason', { message: t.reasonMissing })
    if (read.kind === 'lacking') {
      for (const { field: name, problem } of read.problems) {
        form.setError(name, { message: wrongs.benefitProblem[problem] }, { shouldFocus: true })
      }
    }
    if (read.kind === 'lacking' || reason === '') return
    void edit.send(addBenefit(id, { version, benefit: read.value, reason }))
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
      <section className="card stack" aria-label={t.addBenefit}>
        <BenefitFields programme={programme} field={field} />
        <TextAreaField label={t.reason} hint={t.reasonHint} maxLength={500} {...field('reason')} />
      </section>
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
