// `Thêm người`: somebody whom no imported list brought, with a first benefit if one is known.
import { FormProvider, useForm } from 'react-hook-form'
import { Link, useLocation } from 'wouter'
import { CommuneCode } from '../../../domain/ids.ts'
import { readTypedBenefit, typedBenefitOf } from '../../../domain/list-edit/typed-benefit.ts'
import { typedPersonOf } from '../../../domain/list-edit/typed-person.ts'
import type { NewPerson } from '../../../protocol/office/list-edits.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { listProblemWords } from '../../../text/office/list-problems.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { addPerson } from '../../actions/edit-list.ts'
import { today } from '../../frame/moments.ts'
import { Page } from '../../frame/page.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { AboutChange } from './about-change.tsx'
import { BenefitFields } from './benefit-fields.tsx'
import { EditOutcomeNote } from './edit-outcome.tsx'
import { MethodFields } from './method-fields.tsx'
import { ContactFields, IdentityFields } from './person-fields.tsx'
import { type PersonForm, useField, useTypedIn } from './person-form.ts'
import { readPersonForm } from './read-form.ts'
import { SubstituteFields } from './substitute-fields.tsx'
import { useEdit } from './use-edit.ts'

/** A new person; asks first whether it is somebody who is known already. */
export function AddPersonScreen() {
  const t = useWords(listEditWords)
  const wrongs = useWords(listProblemWords)
  const words = useWords(frameWords)
  const { communes } = useSession().session
  const [, navigate] = useLocation()
  const form = useForm<PersonForm>({
    defaultValues: {
      ...typedPersonOf(null),
      since: 'always',
      from: '',
      reason: '',
      commune: communes.length === 1 ? (communes[0]?.code ?? '') : '',
      withBenefit: true,
      benefit: typedBenefitOf(null),
    },
  })
  const edit = useEdit(null, (id) => navigate(`/danh-sach/${id}`))
  const save = (despiteDuplicates: boolean) => {
    const read = readPersonForm(form, { ...t, ...wrongs }, today())
    const benefits = readBenefits()
    const commune = CommuneCode.safeParse(form.getValues('commune'))
    if (!commune.success) form.setError('commune', { message: t.moveChoose })
    if (read === null || benefits === null || !commune.success) return
    const person = read.person as NewPerson['person']
    void edit.send(addPerson(commune.data, { person, benefits, reason: read.reason, despiteDuplicates }))
  }
  const readBenefits = (): NewPerson['benefits'] | null => {
    if (!form.getValues('withBenefit')) return []
    const read = readTypedBenefit(form.getValues('benefit'))
    if (read.kind === 'whole') return [read.value]
    for (const { field, problem } of read.problems) {
      form.setError(`benefit.${field}`, { message: wrongs.benefitProblem[problem] })
    }
    return null
  }
  return (
    <Page
      title={t.addTitle}
      actions={
        <Link className="button button--secondary" href="/danh-sach">
          {words.back}
        </Link>
      }
    >
      <FormProvider {...form}>
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            save(false)
          }}
        >
          <Where />
          <IdentityFields />
          <ContactFields />
          <FirstBenefit />
          <MethodFields />
          <SubstituteFields />
          <AboutChange dated={false} />
          <EditOutcomeNote
            outcome={edit.outcome}
            busy={edit.busy}
            mine={[]}
            onDespite={() => save(true)}
            onKeepMine={edit.settle}
            onTakeTheirs={edit.settle}
          />
          <div className="row">
            <Button variant="primary" type="submit" busy={edit.busy}>
              {words.save}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Page>
  )
}

function Where() {
  const t = useWords(listEditWords)
  const field = useField()
  const { communes } = useSession().session
  if (communes.length < 2) return null
  return (
    <SelectField
      label={t.commune}
      placeholder={t.notChosen}
      options={communes.map(({ code, name }) => ({ value: code, label: name }))}
      {...field('commune')}
    />
  )
}

function FirstBenefit() {
  const t = useWords(listEditWords)
  const field = useField()
  const shown = useTypedIn('withBenefit')
  const programme = useTypedIn('benefit.programme')
  return (
    <section className="card stack" aria-label={t.withBenefit}>
      <CheckField label={t.withBenefit} {...field('withBenefit')} />
      {shown && <BenefitFields programme={programme} field={(name) => field(`benefit.${name}`)} />}
    </section>
  )
}
