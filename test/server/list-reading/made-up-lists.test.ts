// Lists made by chance, in every shape, wording and encoding: what was written comes back exactly.
import { describe, expect, it } from 'vitest'
import type { CommuneCode } from '../../../src/domain/ids.ts'
import type { ImportLine } from '../../../src/protocol/office/imports.ts'
import { importReport } from '../../../src/server/actions/report-import.ts'
import { planLines } from '../../../src/server/list-reading/plan-lines.ts'
import { readingLimits } from '../../../src/server/list-reading/read-list-file.ts'
import { understandFile } from '../../../src/server/list-reading/understand-file.ts'
import { encodingNames } from '../../../src/domain/list-import/legacy-encodings.ts'
import { madeUpList } from '../../support/made-up-list.ts'
import { listWordings, type ListField } from '../../support/list-wordings.ts'
import { wordingOf } from '../../../src/domain/list-import/header-wording.ts'

const lists = 70

function reportOf(bytes: Uint8Array) {
  const file = understandFile({ bytes, limits: readingLimits, year: 2026, choices: {}, habits: {} })
  if (file.kind === 'bad') throw new Error(file.problem)
  let made = 0
  const newId = () => `00000000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`
  const commune = '31147' as CommuneCode
  const { summary, lines } = planLines(file, { commune, people: [], idsElsewhere: new Set(), newId })
  const report = importReport(summary)
  for (const { line } of lines) report.add(JSON.parse(line) as ImportLine)
  return report.finish()
}

describe('lists by chance', () => {
  it('come back as they were written, with every fault where it is', () => {
    for (let seed = 1; seed <= lists; seed += 1) {
      const { bytes, encoding, format, ...list } = madeUpList(seed)
      const report = reportOf(bytes)
      const read = {
        people: report.people,
        sumMonthly: report.sumMonthly,
        sumTotal: report.sumTotal,
        duplicates: report.duplicates,
        broken: report.broken.map(({ row }) => row),
        totalMismatches: report.totalMismatches.map(({ row }) => row),
        rows: report.rows.map(({ category: _category, ...row }) => row),
      }
      expect({ seed, encoding, format, ...read }).toEqual({ seed, encoding, format, ...list })
      if (encoding !== 'unicode')
        expect({ seed, encoding: report.encoding }).toEqual({ seed, encoding: encodingNames[encoding] })
    }
  })
})

const meanings: Record<ListField, string> = {
  order: 'order',
  fileCode: 'fileCode',
  name: 'name',
  birth: 'birth',
  male: 'birthMale',
  female: 'birthFemale',
  sex: 'sex',
  id: 'idNumber',
  hamlet: 'hamlet',
  category: 'category',
  monthly: 'monthly',
  arrears: 'arrears',
  total: 'total',
  phone: 'phone',
  note: 'note',
  signature: 'signature',
}

describe('headings', () => {
  const wordings = Object.entries(listWordings).flatMap(([field, texts]) =>
    texts.map((text) => [text, meanings[field as ListField]] as const),
  )
  it.each(wordings)('%s', (text, meaning) => {
    const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
    for (const written of [text, text.toUpperCase(), text.replace(' ', '\n'), plain, `${text}:`, ` ${text} `]) {
      expect([written, wordingOf([written]).meaning]).toEqual([written, meaning])
    }
  })
})
