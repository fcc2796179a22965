// A sheet that an earlier release made is used by the next one as it is. So whatever would make another sheet of the same people has to
// come with another form; this list has every kind of word, number and state that is read in a way of its own.
import { expect, it } from 'vitest'
import { concatBytes, sha256, toHex } from '../../../src/protocol/bytes.ts'
import { keepSheet } from '../../../src/tablet/store/keep-sheet.ts'
import { applyPage } from '../../../src/tablet/store/list-pages.ts'
import { placeInSheet, rowsOfSheet, sheetForm } from '../../../src/tablet/store/list-sheet.ts'
import { openRow } from '../../../src/tablet/store/sealed-rows.ts'
import { beneficiaryLine, entitlementLine, refsOf, tanAn, thoiHoa } from '../../support/feed-lines.ts'
import { startModelServer } from '../../support/model-server.ts'
import { enrolled, nodeTools } from '../../support/node-tablet.ts'

const numberOf = (at: number) => `0190c5a0-0000-7000-8000-${String(at).padStart(12, '0')}`

const people: Record<string, unknown>[] = [
  { name: 'Nguyễn Thị Tuyết', birth: '1945-02-01', phone: '0912345678', fileCode: 'BT-0042/2019' },
  { name: 'NGUYEN THI TUYET', birth: '1945-02', oldIdNumber: '361234567', fileCode: 'NCC 6181', hamlet: 'AP THOI HOA' },
  { name: 'Hoà Hòa', birth: null, idNumber: null, hamlet: null },
  {
    name: 'Trần  Văn Đường',
    hamlet: '10',
    fileCode: 'HS-Đ/07ư2',
    method: { kind: 'cashAtHome', reason: 'ill', note: '' },
  },
  { name: 'Dương', hamlet: '2', fileCode: 'xh--03', birth: '1950' },
  { name: 'Đỗ Quốc Phượng Uyển Ẵm', commune: thoiHoa, hamlet: 'Ấp Thới Hòa 2' },
  { name: "K'Brễ Ya-Hlôi", fileCode: '2021.000.7', method: { kind: 'cashAtPoint', point: 'Bưu điện' } },
  { name: 'lê thị bé ba', idNumber: '092319450077', hamlet: 'Khu vực 3' },
]
const states = ['active', 'suspended', 'ceased'] as const

/** What a sheet of these people is, under the form that it has. Another digest under the same form: the form has to go up. */
const digests: Record<number, string> = { 1: 'fb439a3932093f992ba81d0963aa786e7d7246efed2c7385ef282ae8d10bb8c3' }

it('a sheet of the same people is the same while its form is', async () => {
  const server = startModelServer()
  const { store } = await enrolled(nodeTools(server.send), server.newCode())
  const lines = people.flatMap((person, at) => [
    beneficiaryLine({ id: numberOf(at), ...person }),
    ...states.slice(0, at % 4).map((state, more) =>
      entitlementLine(numberOf(at), {
        id: numberOf(100 + at * 10 + more),
        commune: person['commune'] ?? tanAn,
        programme: more === 0 ? 'BTXH' : 'NCC',
        state,
      }),
    ),
  ])
  const page = { from: null, epoch: 'e1', communes: refsOf(tanAn, thoiHoa), lines, cursor: 'c1', more: false }
  expect(await applyPage(store, page)).toBe(true)
  await keepSheet(store, 0)
  const { id = '', blocks = 0 } = store.book.meta.sheet ?? {}
  const rows = [...(await rowsOfSheet(store.db, id, 0).toArray()), ...(await rowsOfSheet(store.db, id, 1).toArray())]
  const parts = await Promise.all(rows.map((row) => openRow(store.sealer(), 'sheets', placeInSheet(row), row)))
  expect([blocks, parts.length]).toEqual([1, 2])
  const digest = toHex(await sha256(concatBytes(...parts.filter((part) => part !== null))))
  expect({ form: sheetForm, digest }).toEqual({ form: sheetForm, digest: digests[sheetForm] })
})
