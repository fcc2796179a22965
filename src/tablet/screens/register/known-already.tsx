import { useMemo } from 'react'
import { parseTypedDate, yearOf } from '../../../domain/calendar-date.ts'
import { searchKey } from '../../../domain/person-name.ts'
import { parseIdNumber } from '../../../domain/registration/read-person.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { ListedPerson } from '../../actions/session.ts'
import { usePeople } from '../../frame/use-people.ts'
import { useRegistration } from './registration-context.tsx'

/** A stranger who looks like somebody on the list: same card, or same name and year of birth. */
export function KnownAlready() {
  const t = useWords(registerWords)
  const people = usePeople()
  const { draft, values } = useRegistration()
  const { name, birth, idNumber } = values.person
  const isStranger = draft.subject === null && values.earlier === null
  const like = useMemo(() => {
    if (!isStranger) return undefined
    const id = parseIdNumber(idNumber)
    const key = searchKey(name)
    const born = parseTypedDate(birth)
    const isLike = ({ beneficiary }: ListedPerson) =>
      (id !== null && (beneficiary.idNumber === id || beneficiary.oldIdNumber === id)) ||
      (born !== null &&
        beneficiary.birth !== null &&
        yearOf(beneficiary.birth) === yearOf(born) &&
        searchKey(beneficiary.name) === key)
    return people.find(isLike)
  }, [people, isStranger, name, birth, idNumber])
  if (like === undefined) return null
  return <Banner tone="warn">{t.knownAlready(like.beneficiary.name, like.beneficiary.hamlet)}</Banner>
}
