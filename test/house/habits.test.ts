// Habits that no compiler holds anybody to: names, sizes, no barrels, no attics, no date read by guessing.
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { root, sourceFiles } from './read-house.ts'

const everyFile = () => [...sourceFiles(), ...globSync('test/**/*.{ts,tsx}', { cwd: root })]
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const code = () => everyFile().map((file) => ({ file, text: textOf(file) }))

describe('the habits of the house', () => {
  it('names are kebab-case, in files and folders', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/
    const odd = everyFile().filter((file) => !file.split('/').every((part) => kebab.test(part)))
    expect(odd).toEqual([])
  })

  it('no file is a barrel, no folder an attic', () => {
    const barrels = everyFile().filter((file) => /^index\.tsx?$/.test(basename(file)))
    const reexports = code().filter(({ text }) => {
      const statements = text.split('\n').filter((line) => line !== '' && !/^(\s|[/*}\])])/.test(line))
      return /^export \*/m.test(text) || statements.every((line) => /^export (type )?\{.*\} from/.test(line))
    })
    const attics = everyFile().filter((file) => /\/(utils?|helpers?|common|misc|shared|lib)(\/|\.tsx?$)/.test(file))
    expect([...barrels, ...reexports.map(({ file }) => file), ...attics]).toEqual([])
  })

  it('no file of src is longer than 300 lines, and the typical one is short', () => {
    const lines = sourceFiles().map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
    // A list of data has as many lines as it has rows.
    const grown = lines.filter(({ file, lines: count }) => count > 300 && dirname(file) !== 'src/domain/code-lists')
    const sizes = lines.map(({ lines: count }) => count).toSorted((a, b) => a - b)
    expect(grown).toEqual([])
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(90)
  })

  it('nothing is silenced, skipped, or left for later', () => {
    const silenced =
      /@ts-(ignore|expect-error|nocheck)|(eslint|oxlint)-disable|prettier-ignore|\b(it|describe|test)\.(only|skip|todo)\b|\b(TODO|FIXME|XXX)\b/
    const mine = 'test/house/habits.test.ts'
    expect(
      code()
        .filter(({ file, text }) => file !== mine && silenced.test(text))
        .map(({ file }) => file),
    ).toEqual([])
  })

  it('only the server store speaks SQL', () => {
    const speaks = /\.(selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(|\bsql`/
    const rooms = /^src\/(?!server\/store\/)/
    expect(
      code()
        .filter(({ file, text }) => rooms.test(file) && speaks.test(text))
        .map(({ file }) => file),
    ).toEqual([])
  })

  it('pictures are bytes, never texts: no data URL is made', () => {
    expect(
      code()
        .filter(({ file, text }) => file.startsWith('src/') && /readAsDataURL|\.toDataURL\(/.test(text))
        .map(({ file }) => file),
    ).toEqual([])
  })

  it('markup is never made from text, and code never from text', () => {
    const unsafe =
      /dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write|new Function\(|\beval\(/
    expect(
      code()
        .filter(({ file, text }) => file.startsWith('src/') && unsafe.test(text))
        .map(({ file }) => file),
    ).toEqual([])
  })

  it('no calendar date is read by the engine: `new Date` takes numbers and dates, never a text', () => {
    const { config } = ts.readConfigFile(join(root, 'test/tsconfig.json'), (name) => readFileSync(name, 'utf8'))
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, 'test'))
    const files = sourceFiles()
      .map((file) => join(root, file))
      .filter((file) => /new Date\b/.test(readFileSync(file, 'utf8')))
    expect(files.length).toBeGreaterThan(5)
    const program = ts.createProgram(files, options)
    const checker = program.getTypeChecker()
    const guesses: string[] = []
    const look =
      (source: ts.SourceFile) =>
      (node: ts.Node): void => {
        if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date') {
          const argument = node.arguments?.[0]
          const type =
            argument && checker.typeToString(checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(argument)))
          if (type !== undefined && !/^(number|Date)$/.test(type)) {
            guesses.push(`${source.fileName.slice(root.length)}: new Date(${argument?.getText(source)}), a ${type}`)
          }
        }
        ts.forEachChild(node, look(source))
      }
    for (const file of files) {
      const source = program.getSourceFile(file)
      if (source) look(source)(source)
    }
    expect(program.getSourceFiles().length).toBeGreaterThan(files.length)
    expect(guesses).toEqual([])
  }, 120_000)

  it('what is installed stands under a checksum of the lock file, comes from no fixed address, and runs nothing (S47)', () => {
    const lock = JSON.parse(textOf('package-lock.json')) as {
      packages: Record<string, { integrity?: string; resolved?: string; hasInstallScript?: boolean }>
    }
    const installed = Object.entries(lock.packages).filter(([path]) => path !== '')
    expect(installed.length).toBeGreaterThan(100)
    expect(
      installed
        .filter(
          ([, entry]) =>
            !entry.integrity?.startsWith('sha512-') || entry.resolved !== undefined || entry.hasInstallScript,
        )
        .map(([path]) => path),
    ).toEqual([])
  })
})
