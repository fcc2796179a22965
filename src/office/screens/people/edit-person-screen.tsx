// `Sửa thông tin`: everything that the list says of a person, with the day since when and the reason why.
import { useMemo, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { Link, useLocation } from 'wouter'
import { formatDate } from '../../../domain/calendar-date.ts'
import { readTypedPerson, typedPersonOf } from '../../../domain/list-edit/typed-person.ts'
import { typedBenefitOf } from '../../../domain/list-edit/typed-benefit.ts'
import { changedFields } from '../../../domain/list-history/changed-fields.ts'
import type { PersonChange } from '../../../protocol/office/list-edits.ts'
import type { PersonDetail } from '../../../protocol/office/people.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { listProblemWords } from '../../../text/office/list-problems.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { changePerson } from '../../actions/edit-list.ts'
import { today } from '../../frame/moments.ts'
import { AboutChange } from './about-change.tsx'
import { EditOutcomeNote } from './edit-outcome.tsx'
import { WithPerson } from './load-person.tsx'
import { MethodFields } from './method-fields.tsx'
import { ContactFields, IdentityFields } from './person-fields.tsx'
import type { PersonForm } from './person-form.ts'
import { readPersonForm } from './read-form.ts'
import { SubstituteFields } from './substitute-fields.tsx'
import { useEdit } from './use-edit.ts'

/** The page of the form; another person, or a version that was taken over, begins it anew. */
export function EditPersonScreen({ id }: { id: string }) {
  const t = useWords(listEditWords)
  return (
    <WithPerson id={id} title={t.editTitle} windowTitle={t.editWindow}>
      {(person) => <Loaded initial={person} />}
    </WithPerson>
  )
}

function Loaded({ initial }: { initial: PersonDetail }) {
  const [person, setPerson] = useState(initial)
  return <EditForm key={person.version} person={person} onTakeTheirs={setPerson} />
}

type Props = { person: PersonDetail; onTakeTheirs: (person: PersonDetail) => void }

function EditForm({ person, onTakeTheirs }: Props) {
  const t = useWords(listEditWords)
  const wrongs = useWords(listProblemWords)
  const words = useWords(frameWords)
  const [, navigate] = useLocation()
  const { beneficiary } = person
  const { id } = beneficiary
  const typed = useMemo(() => typedPersonOf(beneficiary), [beneficiary])
  const form = useForm<PersonForm>({
    defaultValues: {
      ...typed,
      since: 'day',
      from: formatDate(today()),
      reason: '',
      commune: beneficiary.commune,
      withBenefit: false,
      benefit: typedBenefitOf(null),
    },
  })
  const [nothing, setNothing] = useState(false)
  const edit = useEdit({ id, version: person.version }, () => navigate(`/danh-sach/${id}`))

  const changes = () => {
    const read = readTypedPerson(form.getValues(), today())
    return read.kind === 'whole' ? changedFields(beneficiary, { ...beneficiary, ...settled(read.value, person) }) : []
  }
  const save = (version: number, despiteDuplicates: boolean) => {
    const read = readPersonForm(form, { ...t, ...wrongs }, today())
    if (read === null) return
    const fields = changes()
    setNothing(fields.length === 0)
    if (fields.length === 0) return edit.settle()
    const set = Object.fromEntries(fields.map(({ field, after }) => [field, after])) as PersonChange['set']
    const { from, reason } = read
    void edit.send(changePerson(id, { version, set, from, reason, despiteDuplicates }))
  }
  const version = edit.outcome.kind === 'conflict' ? edit.outcome.current.version : person.version
  return (
    <FormProvider {...form}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save(person.version, false)
        }}
      >
        <IdentityFields dead={beneficiary.verification === 'deceased'} />
        <ContactFields />
        <MethodFields />
        <SubstituteFields />
        <AboutChange dated />
        {nothing && <Banner tone="info">{t.nothingChanged}</Banner>}
        <EditOutcomeNote
          outcome={edit.outcome}
          busy={edit.busy}
          mine={edit.outcome.kind === 'conflict' ? changes() : []}
          onDespite={() => save(version, true)}
          onKeepMine={({ current }) => save(current.version, false)}
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
    </FormProvider>
  )
}

/** Of the dead the verification stays what it is: a death has a place of its own. */
function settled<Values extends { verification: string }>(values: Values, { beneficiary }: PersonDetail): Values {
  return beneficiary.verification === 'deceased' ? { ...values, verification: beneficiary.verification } : values
}
