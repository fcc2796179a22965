// S43: no text of a list makes its reader slow, however it was made up: 50 KB in one cell cost no function 50 ms.
import { describe, expect, it } from 'vitest'
import { classifyRow } from '../../src/domain/list-import/classify-row.ts'
import { decodeLegacy } from '../../src/domain/list-import/decode-legacy.ts'
import { detectEncoding, evidenceIn } from '../../src/domain/list-import/detect-encoding.ts'
import { textOf, wordingKey } from '../../src/domain/list-import/grid.ts'
import { hamletInAddress, hamletInCell, isHamletHeading } from '../../src/domain/list-import/hamlet-name.ts'
import { wordingOf } from '../../src/domain/list-import/header-wording.ts'
import { matchCategory, programmeOfWording } from '../../src/domain/list-import/match-category.ts'
import { readAmount } from '../../src/domain/list-import/read-amount.ts'
import { readDate } from '../../src/domain/list-import/read-date.ts'
import { readIdNumber } from '../../src/domain/list-import/read-id-number.ts'
import { readList } from '../../src/domain/list-import/read-list.ts'
import { bankOf } from '../../src/domain/list-import/read-method.ts'
import { isVietnameseSyllable } from '../../src/domain/list-import/vietnamese-syllable.ts'
import { hasForeignLetters } from '../../src/domain/list-import/vietnamese-text.ts'
import { neutralCell } from '../../src/domain/neutral-cell.ts'
import { searchKey } from '../../src/domain/person-name.ts'
import { parsePhone } from '../../src/domain/phone.ts'
import { isWebPage } from '../../src/server/list-reading/file-kind.ts'
import { delimiterOf, splitCsv } from '../../src/server/list-reading/split-csv.ts'
import { sheetOf } from '../support/list-grid.ts'

const size = 50_000
const bits = [' ', '\n', '.', '(', '"', ';', '1/', 'ấp ', '\u0301', 'aâ', '<!--', 'thang nam ', 'truy linh ']
/** Each run with something in front and behind at which an expression that began well fails. */
const attacks = bits.map((bit) => `ấp 1${bit.repeat(Math.ceil(size / bit.length)).slice(0, size)}!`)

const readers: Record<string, (text: string) => unknown> = {
  textOf,
  wordingKey,
  wordingOf: (text) => [wordingOf([text]), wordingOf([text, 'Nam']), wordingOf(['Người nhận thay', text])],
  readDate: (text) => readDate(text, 2026),
  readAmount,
  readIdNumber,
  hamlets: (text) => [hamletInCell(text), hamletInAddress(text), isHamletHeading(text)],
  matchCategory,
  programmeOfWording,
  bankOf,
  isVietnameseSyllable,
  hasForeignLetters,
  detectEncoding: (text) => detectEncoding(evidenceIn([text])),
  tcvn3: (text) => decodeLegacy(text, 'tcvn3'),
  vni: (text) => decodeLegacy(text, 'vni'),
  windows1258: (text) => decodeLegacy(text, 'windows1258'),
  searchKey,
  parsePhone,
  neutralCell,
  isWebPage,
  delimiterOf,
  splitCsv: (text) => splitCsv(text, ';'),
  classifyRow: (text) =>
    classifyRow(
      { number: 1, hidden: false, cells: [text] },
      () => text,
      () => false,
    ),
  readList: (text) =>
    readList(
      sheetOf([
        ['Họ tên', 'Năm sinh', 'CCCD', 'Ấp', 'Đối tượng', 'Số tiền'],
        [text, text, text, text, text, text],
      ]),
      2026,
    ),
}

/** Milliseconds of the processor, the least of several: others use this machine too. What is slow by its making is slow each time. */
function leastTime(work: () => unknown, limit: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 8 && least > limit; round += 1) {
    const start = process.threadCpuUsage()
    work()
    const { user, system } = process.threadCpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

describe('S43: texts made up to be slow', () => {
  it.each(Object.entries(readers))('%s', (name, read) => {
    // A whole row of such cells is read by all of them.
    const limit = name === 'readList' ? 300 : 50
    for (const text of attacks) {
      expect([text.slice(0, 12), leastTime(() => read(text), limit) <= limit]).toEqual([text.slice(0, 12), true])
    }
  })
})
