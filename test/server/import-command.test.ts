// `npm run import` as whoever runs the server types it: one object on standard output, a sentence for a bad file, and the
// same list as at the office, beside a running server.
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportReport } from '../../src/server/actions/report-import.ts'
import { type CommandEnd, runImport } from '../../src/server/import-command.ts'
import { homeCommune, startTestServer } from '../support/test-server.ts'
import { workbookOf } from '../support/made-up-workbook.ts'

const command = fileURLToPath(new URL('../../src/server/import.ts', import.meta.url))
const lists = fileURLToPath(new URL('../fixtures/lists/', import.meta.url))

type Expected = Pick<ImportReport, 'people' | 'sumMonthly' | 'sumTotal'> & {
  sheet?: string
  encoding?: string
  samples: Omit<ImportReport['rows'][number], 'row' | 'category'>[]
}

describe('npm run import', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'tan-nha-command-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  function run(...typed: string[]): Promise<CommandEnd> {
    return runImport(typed, { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' })
  }
  async function report(file: string, ...more: string[]): Promise<ImportReport> {
    const { code, out, said } = await run(file, '--commune', homeCommune, '--json', ...more)
    expect({ code, said }).toEqual({ code: 0, said: '' })
    return JSON.parse(out) as ImportReport
  }
  /** As it is typed, in a process of its own. */
  async function runTyped(...typed: string[]): Promise<CommandEnd> {
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' }
    return promisify(execFile)(process.execPath, [command, ...typed], { env }).then(
      ({ stdout, stderr }) => ({ code: 0, out: stdout, said: stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
        code,
        out: stdout,
        said: stderr,
      }),
    )
  }
  function fileOf(name: string, bytes: Uint8Array | string): string {
    const path = join(dataDir, name)
    writeFileSync(path, bytes)
    return path
  }

  it.each(['btxh-thoi-dong.xlsx', 'ncc-tcvn3.xls', 'cao-tuoi.csv'])(
    '%s comes to what is expected of it',
    async (name) => {
      const expected = JSON.parse(
        readFileSync(`${lists}${name.replace(/\.\w+$/, '')}.expected.json`, 'utf8'),
      ) as Expected
      const read = await report(`${lists}${name}`, '--dry-run')
      // The list of the elderly has no column from which its total could come.
      const sumTotal = name === 'cao-tuoi.csv' ? expected.sumMonthly : expected.sumTotal
      expect(read).toMatchObject({ people: expected.people, sumMonthly: expected.sumMonthly, sumTotal, missing: 0 })
      expect(read).toMatchObject({ added: expected.people, duplicates: [], broken: [], totalMismatches: [] })
      if (expected.sheet !== undefined) expect(read.sheet).toBe(expected.sheet)
      if (expected.encoding !== undefined) expect(read.encoding).toBe(expected.encoding)
      for (const sample of expected.samples) expect(read.rows).toContainEqual(expect.objectContaining(sample))
    },
  )

  it('a list is taken in beside a running server; a dry run writes nothing', async () => {
    const file = `${lists}cao-tuoi.csv`
    expect(await report(file, '--dry-run')).toMatchObject({ added: 120, unchanged: 0 })
    expect(readdirSync(dataDir)).toEqual([])
    const server = await startTestServer({ dataDir })
    try {
      expect(await report(file)).toMatchObject({ added: 120, unchanged: 0 })
      expect(await report(file, '--dry-run')).toMatchObject({ added: 0, unchanged: 120 })
    } finally {
      await server.stop()
    }
  })

  it('typed, it prints one object and a line end, or one sentence where errors go', async () => {
    const typed = ['--commune', homeCommune, '--dry-run', '--json']
    const [good, bad] = await Promise.all([
      runTyped(`${lists}cao-tuoi.csv`, ...typed),
      runTyped(fileOf('a.xlsx', '%PDF-1.7\n'), ...typed),
    ])
    expect({ ...good, out: (JSON.parse(good.out) as ImportReport).people }).toEqual({ code: 0, out: 120, said: '' })
    expect(good.out).toMatch(/^\{.*\}\n$/)
    expect(bad).toEqual({ code: 1, out: '', said: 'Đây không phải danh sách Excel hoặc CSV.\n' })
  })

  it('names duplicates, broken rows and totals that do not add up by their rows', async () => {
    const rows = [
      ['DANH SÁCH BẢO TRỢ XÃ HỘI'],
      ['STT', 'Họ và tên', 'Năm sinh', 'CCCD', 'Mức hưởng', 'Truy lĩnh', 'Tổng cộng'],
      [1, 'Lê Văn An', '1945', 92045990001, 500000, '', 500000],
      [2, 'Trần Thị Bé', '31/02/1950', '', 500000, '', 500000],
      [3, 'LÊ VĂN AN', '1945', '092045990001', 500000, '', 500000],
      [4, 'Võ Văn Cường', '05/1950', '', 500000, 500000, 900000],
    ]
    const read = await report(fileOf('sai.xlsx', workbookOf({ T1: rows })), '--dry-run')
    expect(read).toMatchObject({
      people: 2,
      sumMonthly: 1_000_000,
      sumTotal: 1_500_000,
      duplicates: [{ row: 5, of: 3 }],
      broken: [{ row: 4, reasons: ['birthUnreadable'] }],
      totalMismatches: [{ row: 6 }],
    })
    expect(read.rows.map(({ row, birth, sex, id }) => ({ row, birth, sex, id }))).toEqual([
      { row: 3, birth: '1945', sex: 'M', id: '092045990001' },
      { row: 6, birth: '1950-05', sex: '', id: '' },
    ])
  })

  it('says in one sentence why it does not take something, and ends with an error', async () => {
    const inHome = ['--commune', homeCommune, '--dry-run']
    const bad: [string[], RegExp][] = [
      [[fileOf('b.xls', '<html><table></table></html>'), ...inHome], /^Đây là trang web/],
      [[fileOf('c.csv', ''), ...inHome], /^Tệp không có dòng nào\.$/],
      [[fileOf('d.csv', 'a;b\n1;2\n'), ...inHome], /^Không tìm thấy dòng tiêu đề/],
      [
        [fileOf('e.csv', 'Họ tên;Sinh\nLê Văn An;1945\n'), '--commune', homeCommune],
        /^Tệp không cho biết chương trình/,
      ],
      [[join(dataDir, 'khong-co.xlsx'), ...inHome], /^Không mở được tệp/],
      [[fileOf('f.csv', 'x'), '--commune', '00000'], /^Không có xã, phường nào mang mã 00000\.$/],
      [[fileOf('g.csv', 'x')], /^Cách dùng:/],
    ]
    for (const [typed, sentence] of bad) {
      const { code, out, said } = await run(...typed, '--json')
      expect(said).toMatch(sentence)
      expect({ out, failed: code > 0 }).toEqual({ out: '', failed: true })
    }
  })
})
