import { useMemo, useSyncExternalStore } from 'react'
import { parseTypedDate, yearOf } from '../../../domain/calendar-date.ts'
import { searchKey } from '../../../domain/person-name.ts'
import { parseIdNumber } from '../../../domain/registration/read-person.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { findAlike } from '../../actions/find-alike.ts'
import { searchOf } from '../../actions/people-search.ts'
import type { ListedPerson } from '../../actions/session.ts'
import { useSession } from '../../frame/session-context.tsx'
import { useRegistration } from './registration-context.tsx'

/** A stranger who looks like somebody on the list: same card, or same name and year of birth. */
export function KnownAlready() {
  const t = useWords(registerWords)
  const session = useSession()
  const search = searchOf(session)
  const version = useSyncExternalStore(search.subscribe, search.version)
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
    // The version is no argument of it, but what is found goes with it.
    void version
    return findAlike(session, born === null ? '' : name, [id]).find(isLike)
  }, [session, version, isStranger, name, birth, idNumber])
  if (like === undefined) return null
  return <Banner tone="warn">{t.knownAlready(like.beneficiary.name, like.beneficiary.hamlet)}</Banner>
}
