import type { ReactNode } from 'react'
import { BeneficiaryId } from '../../../domain/ids.ts'
import { personWords } from '../../../text/tablet/person.ts'
import { useWords } from '../../../ui/language.tsx'
import { Page } from '../../frame/page.tsx'
import { PersonDetail } from './person-detail.tsx'

type Props = {
  id: string
  /** What has just been learned of the person, above everything else. */
  notice?: ReactNode
}

/** A person's page. Its title is not the name: the browser keeps titles in its history, in the clear. */
export function PersonScreen({ id, notice }: Props) {
  const t = useWords(personWords)
  return (
    <Page title={t.title} back="/tra-cuu">
      {notice}
      <PersonDetail id={BeneficiaryId.safeParse(id).data ?? null} />
    </Page>
  )
}
