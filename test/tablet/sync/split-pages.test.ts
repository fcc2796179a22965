import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes, fromUtf8, utf8 } from '../../../src/protocol/bytes.ts'
import { startPageSplitter } from '../../../src/tablet/sync/split-pages.ts'

const page = (name: string, lines: number) =>
  [
    '{"type":"begin"}',
    ...Array.from({ length: lines }, (_, n) => `{"type":"drop","id":"${name}ế${n}"}`),
    `{"type":"end","cursor":"${name}"}`,
    '',
  ].join('\n')

test('pages come out whole, in order and none twice, wherever the answer was torn into pieces', () => {
  const pages = [page('a', 3), page('b', 0), page('c', 7)]
  const answer = utf8(pages.join(''))
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(answer.length), { maxLength: 12 }), (tears) => {
      const splitter = startPageSplitter()
      const edges = [0, ...tears.toSorted((one, other) => one - other), answer.length]
      const found = edges.slice(1).flatMap((end, at) => splitter.feed(answer.slice(edges[at], end)))
      expect(found.map(fromUtf8)).toEqual(pages)
      expect(splitter.rest()).toHaveLength(0)
    }),
  )
})

test('what came after the last whole page is kept apart', () => {
  const splitter = startPageSplitter()
  const torn = utf8(page('b', 2)).slice(0, 30)
  expect(splitter.feed(concatBytes(utf8(page('a', 1)), torn)).map(fromUtf8)).toEqual([page('a', 1)])
  expect(splitter.rest()).toEqual(torn)
})
