// Statements that come again and again with the same text. SQLite keeps all of its statements; PostgreSQL keeps those that
// are given a name, on each connection, and need not read and plan their text anew.
import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'

// Each is kept on every connection: what has a text of its own for every number of rows does not belong here.
const mostKept = 200

const names = new Map<string, string>()

/** Has a statement kept from its next run on. @returns the text, so that it can be kept where it is written. */
export function keepStatement(text: string): string {
  if (!names.has(text) && names.size < mostKept) {
    names.set(text, createHash('sha256').update(text).digest('base64url').slice(0, 20))
  }
  return text
}

/** Makes a connection name the statements that are kept. */
export function keepStatementsOf(client: PoolClient): void {
  const query = client.query.bind(client) as (...asked: unknown[]) => unknown
  const named = (text: unknown, values: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' ? names.get(text) : undefined
    return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest)
  }
  client.query = named as PoolClient['query']
}
