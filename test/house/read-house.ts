// Reads src/ as a graph of files and the imports between them; type imports count.
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'
import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Every source file of the house, as paths from the repository's root with forward slashes. */
export function sourceFiles(): string[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: root }).map((path) => path.replaceAll('\\', '/'))
}

/** Cruises src/ below `base` under a set of rules. */
export async function readHouse(ruleSet: IFlattenedRuleSet, base = root): Promise<ICruiseResult> {
  const { output } = await cruise(['src'], {
    baseDir: base,
    validate: true,
    ruleSet,
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
      conditionNames: ['import', 'types', 'default'],
      exportsFields: ['exports'],
    },
  })
  if (typeof output === 'string') throw new Error('The cruise gave a text, not a graph')
  return output
}
