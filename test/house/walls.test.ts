import type { IViolation } from 'dependency-cruiser'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { readHouse, root, sourceFiles } from './read-house.ts'
import { rooms } from './rooms.ts'
import { walls } from './walls.ts'

const sentence = ({ rule, from, to, cycle }: IViolation) =>
  `${rule.name}: ${from} → ${cycle?.map(({ name }) => name).join(' → ') ?? to}`

describe('the walls of the house', () => {
  let violations: string[]
  let read: string[]

  beforeAll(async () => {
    const { summary, modules } = await readHouse(walls)
    violations = summary.violations.map(sentence)
    read = modules.map(({ source }) => source)
  }, 120_000)

  it('stand: every import goes along an arrow of the plan, none in a circle', () => {
    expect(violations).toEqual([])
  })

  it('were looked at in every source file', () => {
    const files = sourceFiles().filter((file) => !file.endsWith('.d.ts'))
    expect(files.length).toBeGreaterThan(40)
    expect(files.filter((file) => !read.includes(file))).toEqual([])
  })

  it('leave no source file outside a room', () => {
    const homeless = sourceFiles().filter(
      (file) => !file.endsWith('.d.ts') && !rooms.some(({ files }) => new RegExp(files).test(file)),
    )
    expect(homeless).toEqual([])
  })

  it('let no file of src go unchecked by a TypeScript project', () => {
    const checked = new Set(
      globSync('src/**/tsconfig.json', { cwd: root }).flatMap((path) => {
        const folder = join(root, path, '..')
        const { config } = ts.readConfigFile(join(root, path), (name) => readFileSync(name, 'utf8'))
        return ts.parseJsonConfigFileContent(config, ts.sys, folder).fileNames
      }),
    )
    expect(sourceFiles().filter((file) => !checked.has(join(root, file)))).toEqual([])
  })

  it('would be seen to fall: each kind of wrong import is caught in a house built wrong', async () => {
    const base = mkdtempSync(join(tmpdir(), 'tan-nha-house-'))
    const files: Record<string, string> = {
      'node_modules/dexie/package.json': '{"name":"dexie","version":"1.0.0","main":"a.js"}',
      'node_modules/dexie/a.js': 'module.exports = 1',
      'src/domain/up.ts': "import type { T } from '../protocol/one.ts'\nexport type U = T",
      'src/protocol/one.ts': "import type { S } from './two.ts'\nexport type T = S",
      'src/protocol/two.ts': "import type { T } from './one.ts'\nexport type S = T",
      'src/newroom/a.ts': "import { b } from './b.ts'\nexport const a = b",
      'src/newroom/b.ts': 'export const b = 1',
      'src/tablet/screens/home/home.ts': "import { list } from '../list/list.ts'\nexport const home = list",
      'src/tablet/screens/list/list.ts': "import dexie from 'dexie'\nexport const list = dexie",
      'src/server/start.ts': "import { serve } from './serve.ts'\nserve()",
      'src/server/serve.ts': "import { demo } from './demo/people.ts'\nexport const serve = () => demo",
      'src/server/demo/people.ts': 'export const demo = 1',
      'src/server/http/route.ts': "import { read } from '../store/read.ts'\nexport const route = read",
      'src/server/store/read.ts': "import gone from './gone.ts'\nexport const read = gone",
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(base, path)), { recursive: true })
      writeFileSync(join(base, path), text)
    }
    const { summary } = await readHouse(walls, base)
    rmSync(base, { recursive: true })
    expect(summary.violations.map(sentence)).toEqual(
      expect.arrayContaining([
        'not-in-allowed: src/domain/up.ts → src/protocol/one.ts',
        expect.stringMatching(/^no circles: src\/protocol\/(one|two)/),
        'not-in-allowed: src/newroom/a.ts → src/newroom/b.ts',
        'screens never import each other: src/tablet/screens/home/home.ts → src/tablet/screens/list/list.ts',
        'only the tablet store knows Dexie: src/tablet/screens/list/list.ts → node_modules/dexie/a.js',
        'the server that is deployed knows no demo: src/server/start.ts → src/server/demo/people.ts',
        'not-in-allowed: src/server/http/route.ts → src/server/store/read.ts',
        'every import leads somewhere: src/server/store/read.ts → ./gone.ts',
      ]),
    )
  }, 120_000)
})
