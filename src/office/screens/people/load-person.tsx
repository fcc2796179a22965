// A screen that needs a person first: loads that person, or says why not.
import { type ReactNode, useCallback } from 'react'
import { Link } from 'wouter'
import { BeneficiaryId } from '../../../domain/ids.ts'
import type { PersonDetail } from '../../../protocol/office/people.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { useWords } from '../../../ui/language.tsx'
import type { Answer } from '../../actions/ask-server.ts'
import { readPerson } from '../../actions/read-people.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { Page } from '../../frame/page.tsx'
import { type Loaded, useLoaded } from '../../frame/use-loaded.ts'

const noConnection: Answer<PersonDetail> = { kind: 'noConnection' }

/** Loads a person by the id in the address. The server writes into the log who looked. */
export function useLoadedPerson(id: string): Loaded<PersonDetail> {
  return useLoaded(
    useCallback(
      (signal: AbortSignal) => {
        const person = BeneficiaryId.safeParse(id)
        return person.success ? readPerson(person.data, signal) : Promise.resolve(noConnection)
      },
      [id],
    ),
  )
}

type Props = {
  id: string
  /** @param name of the person. */
  title: (name: string) => string
  windowTitle: string
  children: (person: PersonDetail) => ReactNode
}

/** A page about changing one person. */
export function WithPerson({ id, title, windowTitle, children }: Props) {
  const back = useWords(frameWords).back
  const loaded = useLoadedPerson(id)
  return (
    <Page
      title={loaded.value ? title(loaded.value.beneficiary.name) : windowTitle}
      windowTitle={windowTitle}
      actions={
        <Link className="button button--secondary" href={`/danh-sach/${id}`}>
          {back}
        </Link>
      }
    >
      {loaded.value ? children(loaded.value) : <MoreRows {...loaded} more={null} empty={null} />}
    </Page>
  )
}
