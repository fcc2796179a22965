// How people are searched where a column holds their words without marks, each with a space before it.
import { searchKey } from '../../domain/person-name.ts'

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
