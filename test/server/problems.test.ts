// The table of errors in the protocol's page is what the server answers.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { allProblems } from '../../src/server/http/problems.ts'

it('the page of the protocol names every problem under its status', () => {
  const page = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8')
  const table = page.slice(page.indexOf('## Errors'), page.indexOf('## Limits'))
  const told = [...table.matchAll(/^\| (\d{3}) +\| (.*) \|$/gm)].flatMap(([, status, codes = '']) =>
    [...codes.matchAll(/`([a-z_]+)`/g)].map(([, code]) => `${status} ${code}`),
  )
  expect(told.toSorted()).toEqual(allProblems.map(({ code, status }) => `${status} ${code}`).toSorted())
})
