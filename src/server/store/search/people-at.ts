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

const placesAtOnce = 2000

/** Places as a table of the database. However many there are, they are one parameter, or three. */
function asTable(db: Reader, places: readonly BlockPlace[]): RawBuilder<unknown> {
  if (dialectOf(db) === 'sqlite') {
    const rows = JSON.stringify(places.map(({ commune, block, place }) => [commune, block, place]))
    return sql`(select value ->> 0 as commune, value ->> 1 as block, value ->> 2 as place from json_each(${rows})) wanted`
  }
  return sql`unnest(${places.map(({ commune }) => commune)}::text[], ${places.map(({ block }) => block)}::bigint[],
    ${places.map(({ place }) => place)}::bigint[]) as wanted (commune, block, place)`
}

async function rowsAt<Row>(db: Reader, places: readonly BlockPlace[], columns: RawBuilder<unknown>): Promise<Row[]> {
  const found: Row[] = []
  for (const some of inParts(places, placesAtOnce)) {
    const { rows } = await sql<Row>`
      select wanted.commune, wanted.block, wanted.place, ${columns}
      from ${asTable(db, some)}
      join search_place p on p.commune = wanted.commune and p.block = wanted.block and p.place = wanted.place
      join beneficiary b on b.commune = p.commune and b.id = p.id`.execute(db)
    found.push(...rows)
  }
  return found
}

/** The people at these places, in no order. */
export async function peopleAt(db: Reader, places: readonly BlockPlace[]): Promise<PersonAt[]> {
  type Row = BlockPlace & { id: BeneficiaryId; sort_key: string }
  const rows = await rowsAt<Row>(db, places, sql`b.id, b.sort_key`)
  return rows.map(({ id, sort_key, ...where }) => ({ ...where, id, at: [sort_key, id] }))
}

/** The same with all that is known of them. */
export async function wholePeopleAt(
  db: Reader,
  places: readonly BlockPlace[],
): Promise<(BlockPlace & { person: Beneficiary })[]> {
  const rows = await rowsAt<BlockPlace & { data: string }>(db, places, sql`b.data`)
  return rows.map(({ data, ...where }) => ({ ...where, person: JSON.parse(data) as Beneficiary }))
}
