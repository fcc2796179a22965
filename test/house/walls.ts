// The rules that dependency-cruiser holds src/ to, made from the arrows between the rooms.
import type { IFlattenedRuleSet, IRegularForbiddenRuleType } from 'dependency-cruiser'
import { rooms } from './rooms.ts'

const escaped = (name: string) => name.replaceAll(/[/.]/g, '\\$&')

/** What vite makes and no file holds; styles are leaves. */
const made = ['^virtual:pwa-register(/react)?$', '\\.css$', '^vite/client$', '\\.wasm(\\?url)?$']

const arrows = rooms.flatMap(({ files, may, packages, node }) => [
  { from: { path: files }, to: { path: [...may, ...(files.includes('(') ? [] : [files])] } },
  {
    from: { path: files },
    to: { path: [...packages.map((name) => `^node_modules/(@types/)?${escaped(name)}/`), ...made] },
  },
  ...(node ? [{ from: { path: files }, to: { dependencyTypes: ['core' as const] } }] : []),
])

const only = (name: string, comment: string, pathNot: string, path: string): IRegularForbiddenRuleType => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot },
  to: { path },
})

export const walls: IFlattenedRuleSet = {
  allowed: [{ from: { path: '(^|/)node_modules/' }, to: {} }, ...arrows],
  allowedSeverity: 'error',
  forbidden: [
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'every import leads somewhere',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: made },
    },
    only('only the tablet store knows Dexie', '', '^src/tablet/store/', '^node_modules/dexie/'),
    only(
      'only the server store knows SQL',
      '',
      '^src/server/(store/|[^/]+\\.ts$)',
      '^node_modules/(kysely|pg)/|^node:sqlite$',
    ),
    {
      name: 'screens never import each other',
      severity: 'error',
      from: { path: '^src/(tablet|office)/screens/([^/]+)/' },
      to: { path: '^src/(tablet|office)/screens/', pathNot: '^src/$1/screens/$2/' },
    },
    {
      name: 'the server that is deployed knows no demo',
      severity: 'error',
      from: { path: '^src/server/start\\.ts$' },
      to: { path: 'demo', reachable: true },
    },
    {
      name: 'the office never reaches the tablet, nor the tablet the office',
      severity: 'error',
      from: { path: '^src/(tablet|office)/' },
      to: { path: '^src/(tablet|office)/', pathNot: '^src/$1/' },
    },
  ],
}
