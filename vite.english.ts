// Takes the English words out of what everybody loads. An area's words stay in one file, in both languages, so that a missing
// sentence does not compile; the build makes two modules of it, and all English ones together one chunk. See docs/decisions/0020.
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

const text = resolve(import.meta.dirname, 'src/text')
const source = `${text}/english.ts`
const allWords = 'virtual:english'
const half = '?english'
const bothLanguages = /^export const (\w+) = \{ vi, en \}$/m

/** The words of the office are left alone: it is online, and they come with its own screens. */
const areas = globSync('{*,tablet/*}.ts', { cwd: text })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => bothLanguages.test(readFileSync(`${text}/${file}`, 'utf8')))
  .toSorted()

/** The Vite plugin that leaves English to a chunk that is loaded when it is read. */
export const englishApart: Plugin = {
  name: 'english-apart',
  apply: 'build',
  enforce: 'pre',
  resolveId(id) {
    if (id === allWords) return `\0${allWords}`
    return id.endsWith(half) ? id : null
  },
  load(id) {
    if (id === `\0${allWords}`) {
      const imports = areas.map((file, at) => `import { en as en${at} } from '${text}/${file}${half}'`)
      const entries = areas.map((file, at) => `'${file}': en${at}`)
      return `${imports.join('\n')}\nexport const english = { ${entries.join(', ')} }`
    }
    if (id === source) {
      return `export let english = null
        export let loadEnglish = async () => {
          ;({ english } = await import('${allWords}'))
          loadEnglish = null
        }`
    }
    if (!id.endsWith(half)) return null
    const code = readFileSync(id.slice(0, -half.length), 'utf8')
    return { code: code.replace(bothLanguages, 'export { en }'), moduleType: 'ts' }
  },
  transform(code, id) {
    const area = areas.find((file) => id === `${text}/${file}`)
    if (area === undefined) return null
    return {
      code: `import { english } from '${source}'\n${code.replace(bothLanguages, `export const $1 = { vi, get en() { return english['${area}'] } }`)}`,
      map: null,
    }
  },
}
