// Many rows of one table in few statements. Building and compiling such a statement costs more than running it, so the
// text of each is kept: there are few of them, and they are the same for every batch.
import { CompiledQuery, type Insertable } from 'kysely'
import { dialectOf } from './dialect.ts'
import type { Database } from './schema.ts'
import type { Trx } from './transaction.ts'

type Dialect = ReturnType<typeof dialectOf>

/** Within every database's limit of parameters. */
const mostAtOnce = 100
/** SQLite keeps its statements prepared: few sizes, one after the other, rather than a statement for each number of rows. */
const sizes: Record<Dialect, (rows: number) => number> = {
  sqlite: (rows) => (rows >= mostAtOnce ? mostAtOnce : rows >= 10 ? 10 : 1),
  postgres: (rows) => Math.min(rows, mostAtOnce),
}

/**
 * The insert of a table, made once.
 * @param columns every column that is filled; others take what the schema says.
 * @param ending for example `on conflict … do nothing`.
 * @returns what inserts rows, in their order.
 */
export function rowInserter<Table extends keyof Database, Column extends keyof Insertable<Database[Table]> & string>(
  table: Table,
  columns: readonly Column[],
  ending = '',
): (trx: Trx, rows: readonly Pick<Insertable<Database[Table]>, Column>[]) => Promise<void> {
  const texts = new Map<string, string>()
  const textOf = (dialect: Dialect, count: number): string => {
    const key = `${dialect} ${count}`
    const text = texts.get(key) ?? insertText(dialect, table, columns, count, ending)
    texts.set(key, text)
    return text
  }
  return async (trx, rows) => {
    const dialect = dialectOf(trx)
    for (let start = 0; start < rows.length;) {
      const count = sizes[dialect](rows.length - start)
      const values: unknown[] = []
      for (const row of rows.slice(start, start + count)) for (const column of columns) values.push(row[column])
      await trx.executeQuery(CompiledQuery.raw(textOf(dialect, count), values))
      start += count
    }
  }
}

function insertText(dialect: Dialect, table: string, columns: readonly string[], rows: number, ending: string): string {
  let parameter = 0
  const place = () => (dialect === 'sqlite' ? '?' : `$${(parameter += 1)}`)
  const row = () => `(${columns.map(place).join(', ')})`
  return `insert into ${table} (${columns.join(', ')}) values ${Array.from({ length: rows }, row).join(', ')} ${ending}`
}
