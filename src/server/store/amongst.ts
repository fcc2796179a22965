import { type RawBuilder, sql } from 'kysely'
import { dialectOf } from './dialect.ts'
import { Place } from './kept-query.ts'
import type { Reader } from './transaction.ts'

/**
 * Whether a text column holds one of these. However many there are, they are one parameter: the statement keeps its
 * text, so it is built and prepared once, and no database's limit of parameters is met.
 */
export function amongst(db: Reader, column: string, values: readonly string[]): RawBuilder<boolean> {
  return dialectOf(db) === 'sqlite'
    ? sql<boolean>`${sql.ref(column)} in (select value from json_each(${values instanceof Place ? values : JSON.stringify(values)}))`
    : sql<boolean>`${sql.ref(column)} = any(${values}::text[])`
}
