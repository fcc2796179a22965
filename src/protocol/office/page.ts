// Long lists travel page by page: the server hands out a cursor (a keyset, opaque to the screen), never a page number.
import { z } from 'zod'

export const pageSize = { usual: 50, most: 200 } as const

/** Query of every paged list. A word that is none of a list's own is refused: it would narrow nothing. */
export const PageQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(pageSize.most).default(pageSize.usual),
})
export type PageQuery = z.output<typeof PageQuery>

/** A page of things; `next` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}
