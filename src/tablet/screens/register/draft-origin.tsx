import { paperWords } from '../../../text/papers.ts'
import { personWords } from '../../../text/tablet/person.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useRegistration } from './registration-context.tsx'

/** What this registration is about: somebody on the list, a new person, or a record that the office sent back. */
export function DraftOrigin() {
  const t = useWords(registerWords)
  const papers = useWords(paperWords)
  const person = useWords(personWords)
  const { draft, values } = useRegistration()
  const { earlier } = values
  if (earlier === null) return <p className="soft">{draft.subject === null ? t.newPerson : t.onList}</p>
  return (
    <Banner tone="warn">
      <p>
        <strong>{t.amending}</strong>
      </p>
      {earlier.asked.length > 0 && (
        <p>
          {person.officeAsks} {earlier.asked.map((paper) => papers[paper]).join('; ')}
        </p>
      )}
      {earlier.note !== null && (
        <p>
          {person.officeSays} {earlier.note}
        </p>
      )}
    </Banner>
  )
}
