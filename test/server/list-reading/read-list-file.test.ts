// Files as they are really uploaded: the good ones are read to the letter, the bad ones get one clear reason.
import { readFileSync } from 'node:fs'
import { CFB } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { sumOfParts } from '../../../src/domain/list-import/list-row.ts'
import { openList, readingLimits, type ReadingLimits } from '../../../src/server/list-reading/read-list-file.ts'
import { understandFile } from '../../../src/server/list-reading/understand-file.ts'
import { workbookOf, zipOf } from '../../support/made-up-workbook.ts'
import { homeCommune } from '../../support/test-server.ts'

const task = { choices: {}, habits: {}, year: 2026 } as const

/** In this thread, where no limit of the worker is the question. */
function list(bytes: Uint8Array) {
  const file = understandFile({ ...task, bytes, limits: readingLimits })
  if (file.kind !== 'list') throw new Error(file.problem)
  return file
}

const problemOf = async (bytes: Uint8Array, limits: Partial<ReadingLimits> = {}) => {
  const file = await openList({ ...task, bytes }, { ...readingLimits, ...limits })
  await file.close()
  return file.kind === 'bad' ? file.problem : 'read'
}

type Expected = {
  people: number
  sumMonthly: number
  sumTotal: number
  sheet?: string
  groupRows?: number
  samples: { name: string; birth: string; sex: string; id: string; hamlet: string; monthly: number; arrears: number }[]
}

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/lists/${name}`, import.meta.url))
const expectedOf = (name: string) => JSON.parse(fixture(name).toString()) as Expected
const rows = [
  ['STT', 'Họ và tên', 'Năm sinh', 'Mức hưởng'],
  [1, 'Lê Thị Ánh', '1945', 500000],
  [2, 'Trần Văn Bảy', '01/02/1950', '500.000'],
]
const csv = (cut: string, end = '\r\n') => rows.map((row) => row.join(cut)).join(end) + end
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

describe('the lists of communes', () => {
  it('the social assistance list: every person, the sums, the samples, the groups, the right sheet', async () => {
    const file = list(fixture('btxh-thoi-dong.xlsx'))
    const expected = expectedOf('btxh-thoi-dong.expected.json')
    const { rows: people, groupRows } = file.reading
    expect(people.filter((row) => row.faults.length > 0)).toEqual([])
    expect(people).toHaveLength(expected.people)
    expect(people.reduce((sum, row) => sum + row.monthly, 0)).toBe(expected.sumMonthly)
    expect(people.reduce((sum, row) => sum + sumOfParts(row), 0)).toBe(expected.sumTotal)
    expect(file.sheets[file.sheet]?.name).toBe(expected.sheet)
    expect(groupRows).toBe(expected.groupRows)
    for (const { id, ...sample } of expected.samples) {
      expect(people.find((row) => row.idNumber === id)).toMatchObject(sample)
    }
    expect(file.reading.sumMismatches).toEqual([])
  })

  it('the list of the elderly, CSV with a byte order mark and semicolons', async () => {
    const expected = expectedOf('cao-tuoi.expected.json')
    const { rows: people } = list(fixture('cao-tuoi.csv')).reading
    expect(people.filter((row) => row.faults.length > 0)).toEqual([])
    expect(people).toHaveLength(expected.people)
    expect(people.reduce((sum, row) => sum + row.monthly, 0)).toBe(expected.sumMonthly)
    for (const { id, ...sample } of expected.samples) {
      expect(people.find((row) => row.name === sample.name && row.birth === sample.birth)).toMatchObject({
        ...sample,
        idNumber: id === '' ? null : id,
      })
    }
  })
})

describe('a readable file', () => {
  it.each([
    ['semicolons', Buffer.from(csv(';'))],
    ['commas', Buffer.from(csv(','))],
    ['tabs and bare line feeds', Buffer.from(csv('\t', '\n'))],
    ['a byte order mark', Buffer.from(`\uFEFF${csv(';')}`)],
    ['UTF-16 with a mark', utf16(`\uFEFF${csv('\t')}`)],
    ['UTF-16 without one', utf16(csv('\t'))],
    ['quotes, doubled quotes and line ends inside', Buffer.from(csv(';').replace('Lê Thị Ánh', '"Lê Thị\nÁnh"'))],
    ['an old binary workbook in Unicode', workbookOf({ DS: rows }, { type: 'biff8' })],
    ['a workbook', workbookOf({ DS: rows })],
  ])('with %s says the same', async (_what, bytes) => {
    const { rows: people } = list(bytes).reading
    expect(people.map(({ row, name, birth, monthly }) => [row, name, birth, monthly])).toEqual([
      [2, 'Lê Thị Ánh', '1945', 500_000],
      [3, 'Trần Văn Bảy', '1950-02-01', 500_000],
    ])
  })

  it('gives real Excel dates as days, hidden rows as hidden, and formulas as their stored results only', async () => {
    const bytes = workbookOf(
      {
        DS: [
          ...rows,
          [3, 'Phan Thị Cúc', new Date(Date.UTC(1951, 2, 4, 12)), 500000],
          [4, 'Võ Văn Dư', '1952', { t: 'n' as const, f: 'D2+1', v: 777000 }],
        ],
      },
      { hiddenRows: [5] },
    )
    const { rows: people } = list(bytes).reading
    expect(people[2]).toMatchObject({ birth: '1951-03-04' })
    expect(people[3]).toMatchObject({ name: 'Võ Văn Dư', monthly: 777_000 })
    expect(people.map((row) => row.notices.includes('hiddenRow'))).toEqual([false, false, false, true])
  })

  it('S42: cells with odd text hurt nobody: prototypes, formulas, control signs, very long words', async () => {
    const odd = [
      ...rows,
      [3, '__proto__', '1945', 500000],
      [4, '=HYPERLINK("http://x","y")', '1945', 500000],
      [5, 'constructor', '1945', '@SUM(1+1)'],
      [6, `Lê ${'dài '.repeat(2000)}`, '1945', 500000],
      [7, '<img src=x onerror=alert(1)>', '1945', 500000],
    ]
    const { rows: people } = list(workbookOf({ DS: odd })).reading
    expect(people.slice(2).map((row) => [row.name.slice(0, 30), row.faults])).toEqual([
      ['__proto__', []],
      ['=HYPERLINK("http://x","y")', []],
      ['constructor', ['amountUnreadable']],
      ['Lê dài dài dài dài dài dài dài', ['textTooLong']],
      ['<img src=x onerror=alert(1)>', []],
    ])
    expect(Object.prototype).not.toHaveProperty('order')
  })
})

/** A compound file as Word wrote them until 2003. */
function letterOfOldWord(): Buffer {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/WordDocument', Buffer.alloc(5000, 65))
  return CFB.write(file, { type: 'buffer' }) as Buffer
}

const manyRows = workbookOf({
  DS: [...rows, ...Array.from({ length: 20_000 }, (_, index) => [index, `Lê Văn ${index}`, '1945', index])],
})

const mebibyte = 1024 * 1024
const types = { name: '[Content_Types].xml', content: Buffer.from('<Types/>') }

describe('a bad file', () => {
  it.each<[string, Buffer, string]>([
    ['nothing at all', Buffer.from(''), 'empty'],
    ['a renamed PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), 'notAList'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'notAList'],
    ['a web page', Buffer.from('<!DOCTYPE html><table><tr><td>STT</td></tr></table>'), 'webPage'],
    [
      'a table of a web page named .xls',
      Buffer.from('\uFEFF  <table border=1><tr><td>STT</td></tr></table>'),
      'webPage',
    ],
    ['a letter in plain text', Buffer.from('Kính gửi Ủy ban nhân dân\nTôi tên là A\n'), 'notAList'],
    ['a letter of an old Word', letterOfOldWord(), 'notAList'],
    ['a ZIP file with photos', zipOf([{ name: 'a.jpg', content: Buffer.from('x') }]), 'notAList'],
    ['half a workbook', workbookOf({ DS: rows }).subarray(0, 3000), 'corrupt'],
    [
      'a workbook whose directory lies',
      zipOf([types, { name: 'xl/workbook.xml', content: Buffer.alloc(5 * mebibyte), statedSize: 1000 }]),
      'corrupt',
    ],
    // Shift-JIS for 氏名;生年月日 and a name.
    [
      'text of another country',
      Buffer.from('8e96 96bc 3b 90b6 944e 8c8e 93fa 0a 8ec5 9363 3b 31393435 0a'.replaceAll(' ', ''), 'hex'),
      'oldEncoding',
    ],
    [
      'a workbook with a password',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(600),
        utf16('EncryptedPackage'),
      ]),
      'encrypted',
    ],
  ])('%s gets its reason', (_what, bytes, problem) => {
    expect(understandFile({ ...task, bytes, limits: readingLimits })).toEqual({ kind: 'bad', problem })
  })

  it('S29: a ZIP bomb is refused before anything is made of it, with memory flat', async () => {
    const bomb = zipOf([
      types,
      ...Array.from({ length: 12 }, (_, index) => ({
        name: `xl/worksheets/sheet${index}.xml`,
        content: Buffer.alloc(50 * mebibyte),
      })),
    ])
    expect(bomb.length).toBeLessThan(mebibyte)
    const before = process.memoryUsage().rss
    expect(await problemOf(bomb)).toBe('tooLarge')
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * mebibyte)
  })

  it('S29: a workbook that needs more memory than the worker may have ends as too large, and the server goes on', async () => {
    expect(await problemOf(manyRows, { heapMebibytes: 12 })).toBe('tooLarge')
    expect(await problemOf(workbookOf({ DS: rows }))).toBe('read')
  })

  it('more rows or cells than the limit are too large; reading for too long is stopped', async () => {
    const bytes = workbookOf({ DS: rows })
    expect(await problemOf(bytes, { rows: 2 })).toBe('tooLarge')
    expect(await problemOf(bytes, { cells: 5 })).toBe('tooLarge')
    expect(await problemOf(manyRows, { milliseconds: 1 })).toBe('tookTooLong')
  })
})

describe('the thread that reads', () => {
  const someone = { kind: 'list', people: 2, problem: null }

  /** What became of files read one after the other, and how many threads were started for them. */
  async function readAll(...files: { bytes: Uint8Array; limits?: Partial<ReadingLimits>; compares?: boolean }[]) {
    let threads = 0
    const count = () => (threads += 1)
    process.on('worker', count)
    const read = []
    for (const { bytes, limits = {}, compares = true } of files) {
      const file = await openList({ ...task, bytes }, { ...readingLimits, ...limits })
      const compared = file.kind === 'list' && compares ? await file.compare(elsewhere, async () => {}) : null
      read.push({
        kind: file.kind,
        people: compared?.people ?? null,
        problem: file.kind === 'bad' ? file.problem : null,
      })
      await file.close()
    }
    process.off('worker', count)
    return { read, threads }
  }
  const elsewhere = { commune: homeCommune, idsElsewhere: [] }
  const small = { bytes: workbookOf({ DS: rows }) }

  it('reads one small file after the other, the bad ones too', async () => {
    await readAll({ ...small, compares: false })
    const { read, threads } = await readAll(small, { bytes: Buffer.from('%PDF-1.7') }, small)
    expect(read).toEqual([someone, { kind: 'bad', people: null, problem: 'notAList' }, someone])
    expect(threads).toBe(1)
  })

  it.each([
    ['took too long', { bytes: manyRows, limits: { milliseconds: 1 } }],
    ['needed too much memory', { bytes: manyRows, limits: { heapMebibytes: 24 } }],
    ['was left before it was compared', { ...small, compares: false }],
    ['was large', { bytes: manyRows }],
  ])('is another one after a file that %s', async (_what, file: Parameters<typeof readAll>[0]) => {
    const heapMebibytes = file.limits?.heapMebibytes ?? readingLimits.heapMebibytes
    await readAll(file)
    const { read, threads } = await readAll({ ...small, limits: { heapMebibytes } })
    expect(read).toEqual([someone])
    expect(threads).toBe(1)
  })
})
