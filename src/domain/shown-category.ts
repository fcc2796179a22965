// What of a category may stand on a screen that others can see.
import { categoryByCode } from './code-lists/categories.ts'
import type { Entitlement } from './entitlement.ts'

/** `code`: health that must not be read over a shoulder; only the category's code, or nothing, is shown. */
export type ShownCategory = { kind: 'words'; text: string } | { kind: 'code'; code: string | null }

/** Lists also write it in their own words, where no code was recognised. */
const tellsOfHealth = /\b(hiv|aids|sida)\b/i

/** The name of a category, or its code where the name would tell of HIV (Decree 20/2021, art. 8.1b). */
export function shownCategory({
  category,
  categoryText,
}: Pick<Entitlement, 'category' | 'categoryText'>): ShownCategory {
  const known = category === null ? undefined : categoryByCode.get(category)
  const text = categoryText === '' ? (known?.name ?? '') : categoryText
  return known?.sensitive === true || tellsOfHealth.test(text)
    ? { kind: 'code', code: category }
    : { kind: 'words', text }
}
