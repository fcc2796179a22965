// Queries that come with every request: built and compiled once, with places for what is asked, and kept by the database.
import { CompiledQuery } from 'kysely'
import { dialectOf } from './dialect.ts'
import { keepStatement } from './kept-statements.ts'
import type { Reader } from './transaction.ts'

/** Stands in a query that is kept for what is asked each time. */
export class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

type Kept = { text: string; parameters: readonly unknown[] }

/**
 * A query that is compiled once for each kind of database.
 * @param build makes it. What it is given are places and not values: they may be compared with, stored, and handed to
 *   `amongst`, but neither looked at nor changed.
 * @returns what runs it and gives its rows.
 */
export function keptQuery<Asked extends object, Row>(
  build: (db: Reader, asked: Asked) => { compile(db: Reader): CompiledQuery<Row> },
): (db: Reader, asked: Asked) => Promise<Row[]> {
  const kept = new Map<string, Kept>()
  return async (db, asked) => {
    const dialect = dialectOf(db)
    let query = kept.get(dialect)
    if (query === undefined) {
      const { sql, parameters } = build(db, places as Asked).compile(db)
      query = { text: keepStatement(sql), parameters }
      kept.set(dialect, query)
    }
    const values = query.parameters.map((each) => {
      if (!(each instanceof Place)) return each
      const value: unknown = asked[each.name as keyof Asked]
      // As `amongst` hands over a list.
      return Array.isArray(value) && dialect === 'sqlite' ? JSON.stringify(value) : value
    })
    return (await db.executeQuery<Row>(CompiledQuery.raw(query.text, values))).rows
  }
}

const places = new Proxy({}, { get: (_target, name) => new Place(String(name)) })
