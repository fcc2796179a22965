import { BeneficiaryId } from '../../../domain/ids.ts'
import { personWords } from '../../../text/tablet/person.ts'
import { useWords } from '../../../ui/language.tsx'
import { Page } from '../../frame/page.tsx'
import { PersonDetail } from './person-detail.tsx'

/** A person's page. Its title is not the name: the browser keeps titles in its history, in the clear. */
export function PersonScreen({ id }: { id: string }) {
  const t = useWords(personWords)
  return (
    <Page title={t.title} back="/tra-cuu">
      <PersonDetail id={BeneficiaryId.safeParse(id).data ?? null} />
    </Page>
  )
}
