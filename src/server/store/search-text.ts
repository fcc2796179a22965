// How people are searched in the database: one column of words without marks, and a condition for each word typed.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import { searchKey } from '../../domain/person-name.ts'

/** What a person can be found by; every word has a space before it, so that `like '% word%'` finds its beginning. */
export function searchTextOf(person: Beneficiary): string {
  const words = [person.name, person.hamlet, person.fileCode].map((text) => searchKey(text ?? ''))
  const numbers = [person.idNumber, person.oldIdNumber, person.phone, person.birth?.slice(0, 4)]
  return [...words, ...numbers.filter(Boolean)].map((text) => ` ${text}`).join('')
}

/**
 * Patterns for `like … escape '\'`, all of which must match: a word at its beginning, digits anywhere.
 * @param typed as it was typed, marks and capitals included.
 */
export function searchPatterns(typed: string): string[] {
  return searchKey(typed)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => {
      const literal = word.replace(/[\\%_]/g, String.raw`\$&`)
      return /^\d{3,}$/.test(word) ? `%${literal}%` : `% ${literal}%`
    })
}
