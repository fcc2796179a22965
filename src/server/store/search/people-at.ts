// Who stands at places of blocks.
import { type RawBuilder, sql } from 'kysely'
import type { Beneficiary } from '../../../domain/beneficiary.ts'
import type { BeneficiaryId, CommuneCode } from '../../../domain/ids.ts'
import { dialectOf } from '../dialect.ts'
import { inParts } from '../in-parts.ts'
import type { Reader } from '../transaction.ts'
import type { ListPlace } from './list-order.ts'

export type BlockPlace = { readonly commune: CommuneCode; readonly block: number; readonly place: number }

export type PersonAt = BlockPlace & { readonly id: BeneficiaryId; readonly at: ListPlace }

const placesAtOnce = 1000

/** Places as a table of the database. However many there are, they are one parameter, or three. */
function asTable(db: Reader, places: readonly BlockPlace[]): RawBuilder<unknown> {
  if (dialectOf(db) === 'sqlite') {
    const rows = JSON.stringify(places.map(({ commune, block, place }) => [commune, block, place]))
    return sql`(select value ->> 0 as commune, value ->> 1 as block, value ->> 2 as place from json_each(${rows})) wanted`
  }
  return sql`unnest(${places.map(({ commune }) => commune)}::text[], ${places.map(({ block }) => block)}::bigint[],
    ${places.map(({ place }) => place)}::bigint[]) as wanted (commune, block, place)`
}

/** Rows of these places, in parts: the database looks for the next ones while the caller works on some. */
async function* rowsAt<Row>(
  db: Reader,
  places: readonly BlockPlace[],
  columns: RawBuilder<unknown>,
): AsyncGenerator<Row[]> {
  const ask = (some: readonly BlockPlace[]) =>
    sql<Row>`
      select wanted.commune, wanted.block, wanted.place, ${columns}
      from ${asTable(db, some)}
      join search_place p on p.commune = wanted.commune and p.block = wanted.block and p.place = wanted.place
      join beneficiary b on b.commune = p.commune and b.id = p.id`.execute(db)
  const [first = [], ...others] = inParts(places, placesAtOnce)
  if (first.length === 0) return
  let asked = ask(first)
  for (const some of others) {
    const { rows } = await asked
    asked = ask(some)
    // Should the caller give up meanwhile, nobody is left who waits for this answer.
    asked.catch(() => {})
    yield rows
  }
  yield (await asked).rows
}

/** The people at these places, in no order. */
export async function peopleAt(db: Reader, places: readonly BlockPlace[]): Promise<PersonAt[]> {
  type Row = BlockPlace & { id: BeneficiaryId; sort_key: string }
  const found: PersonAt[] = []
  for await (const rows of rowsAt<Row>(db, places, sql`b.id, b.sort_key`)) {
    for (const { id, sort_key, ...where } of rows) found.push({ ...where, id, at: [sort_key, id] })
  }
  return found
}

/** The same with all that is known of them, in parts. */
export async function* wholePeopleAt(
  db: Reader,
  places: readonly BlockPlace[],
): AsyncGenerator<(BlockPlace & { person: Beneficiary })[]> {
  for await (const rows of rowsAt<BlockPlace & { data: string }>(db, places, sql`b.data`)) {
    yield rows.map(({ data, ...where }) => ({ ...where, person: JSON.parse(data) as Beneficiary }))
  }
}
