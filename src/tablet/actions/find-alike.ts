import { searchKey } from '../../domain/person-name.ts'
import { noFilter } from './find-people.ts'
import { searchOf } from './people-search.ts'
import type { ListedPerson, Session } from './session.ts'

/**
 * Whoever may be meant by a name or by one of these numbers: at least everybody on the list who has one of the numbers or whose name is
 * spelled so, marks aside. Without walking over the list, once the search has taken it in.
 */
export function findAlike(
  session: Session,
  name: string,
  numbers: readonly (string | null)[],
): readonly ListedPerson[] {
  const search = searchOf(session)
  if (!search.isComplete()) return session.list.people()
  const asked = [...numbers, searchKey(name)].filter((text) => text !== null).filter(Boolean)
  const found = asked.flatMap((text) => [...search.find({ text, filter: noFilter, order: 'name' }).people])
  return [...new Set(found)]
}
