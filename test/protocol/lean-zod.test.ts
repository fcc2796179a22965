// The browser checks with less of zod than the server does: whatever is written with the one must mean the same in the other.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { toJSONSchema, type $ZodType, safeParse } from 'zod/v4/core'

const src = join(import.meta.dirname, '../../src')
/** The ground of the house, and whatever of the wings knows schemas of its own or asks them what they are made of. */
const files = globSync(['{domain,protocol}/**/*.ts', 'tablet/{store,sync}/**/*.ts', 'office/actions/*.ts'], {
  cwd: src,
})
  .filter((file) => !file.endsWith('.worker.ts'))
  .toSorted()
const records = join(import.meta.dirname, '../fixtures/records')

type Schemas = ReadonlyMap<string, $ZodType>

const isSchema = (value: unknown): value is $ZodType => typeof value === 'object' && value !== null && '_zod' in value

/** Every schema that these rooms export, by `file#Name`, as they are written with the zod that is in force. */
async function readSchemas(): Promise<Schemas> {
  const found = new Map<string, $ZodType>()
  for (const file of files) {
    const exported: Record<string, unknown> = await import(join(src, file))
    for (const [name, value] of Object.entries(exported)) if (isSchema(value)) found.set(`${file}#${name}`, value)
  }
  return found
}

function verdictOf(schema: $ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) throw new Error('no such schema')
  const { success, data, error } = safeParse(schema, value)
  return success ? { data } : error.issues.map(({ code, path }) => ({ code, path }))
}

let whole: Schemas
let lean: Schemas
beforeAll(async () => {
  whole = await readSchemas()
  vi.resetModules()
  vi.doMock('zod', () => import('../../src/protocol/lean-zod.ts'))
  lean = await readSchemas()
})
afterAll(() => {
  vi.doUnmock('zod')
  vi.resetModules()
})

describe("the browser's zod", () => {
  it('makes every schema that zod makes, and is another zod', () => {
    expect(whole.size).toBeGreaterThan(150)
    expect([...lean.keys()]).toEqual([...whole.keys()])
    expect([...lean.values()].filter((schema) => 'toJSONSchema' in schema)).toEqual([])
  })

  it('describes each the same way', () => {
    const describe = (schema: $ZodType | undefined) =>
      schema && toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    const differing = [...whole].filter(
      ([name, schema]) => JSON.stringify(describe(lean.get(name))) !== JSON.stringify(describe(schema)),
    )
    expect(differing.map(([name]) => name)).toEqual([])
  })

  it('judges every recorded record alike, whole or with something in it that should not be', () => {
    const formats = globSync('*.json', { cwd: records }).map((file) => {
      const body = JSON.parse(readFileSync(join(records, file), 'utf8')) as { kind: string; data: object }
      const name = `protocol/records/${body.kind}.ts#${body.kind.replace(/^./, (first) => first.toUpperCase())}V1`
      expect(verdictOf(lean.get(name), body.data)).toEqual({ data: body.data })
      return { name, data: body.data }
    })
    const strange = fc.oneof(
      fc.constantFrom(null, undefined, '', '  x ', '2026-02-30', 'R99', -1, 0.5, 2 ** 60, [], {}),
      fc.string(),
      fc.integer(),
    )
    const wrong = fc.constantFrom(...formats).chain(({ name, data }) =>
      fc.record({
        name: fc.constant(name),
        data: fc.constant(data),
        path: fc.constantFrom(...pathsIn(data)),
        strange,
      }),
    )
    fc.assert(
      fc.property(wrong, ({ name, data, path, strange: value }) => {
        const changed = withValue(data, path, value)
        expect(verdictOf(lean.get(name), changed)).toEqual(verdictOf(whole.get(name), changed))
      }),
      { numRuns: 300 },
    )
  })

  it('fills in, trims and falls back alike', () => {
    const cases: [string, unknown][] = [
      ['domain/registration/draft.ts#RegistrationDraft', {}],
      ['domain/registration/draft.ts#RegistrationDraft', { person: { name: ' An ', sex: 'X', phone: 3 }, note: 1 }],
      ['protocol/office/page.ts#PageQuery', { limit: '20' }],
      ['protocol/office/page.ts#PageQuery', { limit: '0' }],
      ['protocol/office/page.ts#PageQuery', {}],
      ['protocol/push.ts#SequenceGap', { code: 'sequence_gap', next: 3, more: true }],
    ]
    const verdicts = (schemas: Schemas) =>
      cases.map(([name, value]) => ({ name, verdict: verdictOf(schemas.get(name), value) }))
    expect(verdicts(lean)).toEqual(verdicts(whole))
  })
})

function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]]
  return [[...path], ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]))]
}

function withValue(from: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  const copy: unknown = Array.isArray(from) ? [...(from as unknown[])] : { ...Object(from) }
  Reflect.set(Object(copy), key, withValue(Reflect.get(Object(from), key), rest, value))
  return copy
}
