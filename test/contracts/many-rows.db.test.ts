// What many rows at once become, and queries that are compiled once: the same on every database.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommuneCode } from '../../src/domain/ids.ts'
import { amongst } from '../../src/server/store/amongst.ts'
import { arrayParameter } from '../../src/server/store/array-parameter.ts'
import { rowInserter } from '../../src/server/store/insert-rows.ts'
import { keptQuery } from '../../src/server/store/kept-query.ts'
import { migrate } from '../../src/server/store/migrate.ts'
import type { Trx } from '../../src/server/store/transaction.ts'
import { everyDatabase, type OpenedDatabase } from '../support/every-database.ts'

const commune = '31147' as CommuneCode
const insertPostings = rowInserter('search_posting', ['commune', 'token', 'block', 'places'])
const insertMeta = rowInserter('meta', ['key', 'value'])
const putMeta = rowInserter('meta', ['key', 'value'], 'on conflict (key) do update set value = excluded.value')
const insertAudit = rowInserter('audit', [
  'id',
  'at',
  'actor_kind',
  'actor',
  'action',
  'commune',
  'thing',
  'thing_id',
  'detail',
])

class Undo extends Error {}

describe.each(everyDatabase)('many rows on $name', ({ open }) => {
  let opened: OpenedDatabase

  beforeAll(async () => {
    opened = await open()
    await migrate(opened.db)
  })
  afterAll(async () => {
    await opened.db.destroy()
    await opened.forget()
  })

  const undone = async (work: (trx: Trx) => Promise<void>) => {
    const run = opened.db.transaction().execute(async (trx) => {
      await work(trx)
      throw new Undo()
    })
    await expect(run).rejects.toBeInstanceOf(Undo)
  }

  it('any text, bytes and whole number is read as it was written', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((value) => !value.includes('\0'))
    const bytes = fc.uint8Array({ maxLength: 300 }).map((value) => Buffer.from(value))
    const row = fc.record({ key: text, value: text, token: bytes, block: fc.maxSafeInteger(), places: bytes })
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(row, { minLength: 1, maxLength: 30, selector: ({ key }) => key }), (rows) =>
        undone(async (trx) => {
          const postings = rows.map(({ token, block, places }, n) => ({
            commune,
            token: Buffer.concat([Buffer.of(n), token]),
            block,
            places,
          }))
          await trx.deleteFrom('meta').execute()
          const meta = rows.map(({ key, value }) => ({ key, value }))
          await insertMeta(trx, meta)
          await insertPostings(trx, postings)
          const found = await trx.selectFrom('meta').select(['key', 'value']).execute()
          expect(new Map(found.map(({ key, value }) => [key, value]))).toEqual(
            new Map(rows.map(({ key, value }) => [key, value])),
          )
          const stored = await trx.selectFrom('search_posting').selectAll().execute()
          const readable = (all: readonly { token: Uint8Array; block: number; places: Uint8Array }[]) =>
            all
              .map(
                (each) =>
                  `${Buffer.from(each.token).toString('hex')} ${each.block} ${Buffer.from(each.places).toString('hex')}`,
              )
              .toSorted()
          expect(readable(stored)).toEqual(readable(postings))
        }),
      ),
      { numRuns: 30 },
    )
  })

  it('keeps nothing where nothing is said, in some rows of a column or in all', () =>
    undone(async (trx) => {
      const row = { at: 1, actor_kind: 'server', action: 'x', thing: 'y', thing_id: null, detail: '{}' } as const
      await insertAudit(trx, [
        { ...row, id: 'a', actor: null, commune },
        { ...row, id: 'b', actor: null, commune: null },
      ])
      const stored = await trx
        .selectFrom('audit')
        .select(['id', 'commune', 'actor', 'thing_id'])
        .orderBy('id')
        .execute()
      expect(stored).toEqual([
        { id: 'a', commune, actor: null, thing_id: null },
        { id: 'b', commune: null, actor: null, thing_id: null },
      ])
    }))

  it('takes more rows than any database takes parameters, and the last word on each', () =>
    undone(async (trx) => {
      const keys = Array.from({ length: 3500 }, (_, n) => `key ${n}`)
      await putMeta(
        trx,
        keys.map((key) => ({ key, value: 'first' })),
      )
      await putMeta(
        trx,
        keys.map((key) => ({ key, value: key })),
      )
      const rows = await trx.selectFrom('meta').selectAll().where('key', 'like', 'key %').execute()
      expect(rows).toHaveLength(3500)
      expect(rows.every(({ key, value }) => key === value)).toBe(true)
    }))

  it('a query that is compiled once answers each time for what is asked then', () =>
    undone(async (trx) => {
      const find = keptQuery((db, { keys, value }: { keys: readonly string[]; value: string }) =>
        db
          .selectFrom('meta')
          .select('key')
          .where(amongst(db, 'key', keys))
          .where('value', '=', value)
          .where('key', '!=', 'd')
          .orderBy('key'),
      )
      await insertMeta(
        trx,
        ['a', 'b', 'c', 'd'].map((key) => ({ key, value: key === 'b' ? 'other' : 'same' })),
      )
      expect(await find(trx, { keys: ['a', 'b', 'd'], value: 'same' })).toEqual([{ key: 'a' }])
      expect(await find(trx, { keys: ['b', '"', '{'], value: 'other' })).toEqual([{ key: 'b' }])
      expect(await find(trx, { keys: [], value: 'same' })).toEqual([])
      expect(await find(trx, { keys: ['c', 'a'], value: 'same' })).toEqual([{ key: 'a' }, { key: 'c' }])
    }))
})

describe('a column as one parameter', () => {
  it('is of no type when nothing is in it, and of one type only', () => {
    expect(arrayParameter([null, null])).toBeNull()
    expect(arrayParameter([null, 1])?.type).toBe('int8')
    expect(arrayParameter([0.5, 1])?.type).toBe('float8')
    expect(() => arrayParameter([1, 'one'])).toThrow(TypeError)
    expect(() => arrayParameter(['one', 1])).toThrow(TypeError)
  })
})
