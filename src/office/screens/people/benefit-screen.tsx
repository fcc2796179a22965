// A benefit of somebody: a new one, other terms from a day on, or a grant that was written down wrongly.
import { useState } from 'react'
import { EntitlementId } from '../../../domain/ids.ts'
import type { PersonDetail } from '../../../protocol/office/people.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { useWords } from '../../../ui/language.tsx'
import { AddBenefitForm } from './add-benefit-form.tsx'
import { ChangeBenefitForm } from './change-benefit-form.tsx'
import { WithPerson } from './load-person.tsx'

/** @param benefit its id, or `moi` for a new one. */
export function BenefitScreen({ id, benefit }: { id: string; benefit: string }) {
  const t = useWords(listEditWords)
  const isNew = benefit === 'moi'
  return (
    <WithPerson id={id} title={isNew ? t.addBenefitTitle : t.changeBenefitTitle} windowTitle={t.benefitWindow}>
      {(person) => <Loaded initial={person} benefit={isNew ? null : benefit} />}
    </WithPerson>
  )
}

function Loaded({ initial, benefit: id }: { initial: PersonDetail; benefit: string | null }) {
  const notFound = useWords(frameWords).notFound
  const [person, setPerson] = useState(initial)
  if (id === null) return <AddBenefitForm key={person.version} person={person} onTakeTheirs={setPerson} />
  const benefit = person.entitlements.find((one) => one.id === EntitlementId.safeParse(id).data)
  if (benefit === undefined) return <p>{notFound}</p>
  return <ChangeBenefitForm key={person.version} person={person} benefit={benefit} onTakeTheirs={setPerson} />
}
