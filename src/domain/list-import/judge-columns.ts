// What stands in a column decides where its heading may mean two things, and speaks for columns whose heading says nothing.
import type { Column, ColumnField, ColumnMeaning } from './column-meaning.ts'
import { type GridRow, textOf, wordingKey } from './grid.ts'
import { matchCategory } from './match-category.ts'

const rowsLookedAt = 400
const leastCells = 2

type Contents = { cells: number; share: (test: (text: string) => boolean) => number }

function contentsOf(rows: readonly GridRow[], index: number): Contents {
  const texts: string[] = []
  for (const row of rows) {
    const text = textOf(row.cells[index])
    if (!/^[-–—.0]*$/.test(text)) texts.push(text)
  }
  return {
    cells: texts.length,
    share: (test) => (texts.length === 0 ? 0 : texts.filter(test).length / texts.length),
  }
}

const digitsOf = (text: string) => text.replace(/[\s.\-'’]/g, '')
const isIdNumber = (text: string) => /^(\d{8,9}|\d{11,12})$/.test(digitsOf(text))
const isCitizenId = (text: string) => /^0?\d{11}$/.test(digitsOf(text))
const isPhone = (text: string) => /^(0|\+?84)?[1-9]\d{8,9}$/.test(digitsOf(text))
const isSex = (text: string) => /^(nam|nu)$/.test(wordingKey(text))
const isBirth = (text: string) =>
  /^(\d{1,2}[/.-]){0,2}(18[89]\d|19\d\d|20[0-4]\d)$/.test(text.replace(/\s/g, '').replace(/\.0+$/, ''))
const isFewMonths = (text: string) => /^\d{1,2}([.,]0+)?( ?th(áng)?)?$/i.test(text)
const isNumber = (text: string) => /^\d[\d.,\s]*(đ|đồng|vnđ)?$/i.test(text)
const isSpan = (text: string) => /\d{1,2}[/-]\d{2,4}|tháng/i.test(text)
const isCategory = (text: string) => matchCategory(text) !== null
const hasLetters = (text: string) => /\p{L}{2}/u.test(text)

/** A meaning that the contents contradict, put right. */
function corrected(
  { meaning, headings }: Column,
  contents: Contents,
  taken: ReadonlySet<ColumnMeaning>,
): ColumnMeaning {
  const { cells, share } = contents
  if (cells < leastCells) return meaning
  // `Tên đối tượng` is who somebody is, or what.
  if (wordingKey(headings.at(-1) ?? '').startsWith('ten doi tuong'))
    return share(isCategory) > 0.5 ? 'category' : 'name'
  switch (meaning) {
    case 'arrears':
      return share(isFewMonths) === 1 || share(isSpan) > 0.8 ? 'arrearsMonths' : meaning
    case 'arrearsMonths':
      return share((text) => isNumber(text) && !isFewMonths(text)) > 0.8 ? 'arrears' : meaning
    case 'phone':
      // `ĐT` is short for a telephone and for who somebody is on the list.
      return share(hasLetters) > 0.8 && !taken.has('category') ? 'category' : meaning
    case 'fileCode':
      return share(isCitizenId) > 0.8 && !taken.has('idNumber') ? 'idNumber' : meaning
    default:
      return meaning
  }
}

const guesses: readonly [field: ColumnField, test: (text: string) => boolean, share: number, unless: ColumnField[]][] =
  [
    ['sex', isSex, 0.95, ['birthMale', 'birthFemale']],
    ['idNumber', isIdNumber, 0.7, []],
    ['birth', isBirth, 0.8, ['birthMale', 'birthFemale', 'birthYear']],
    ['phone', isPhone, 0.9, []],
    ['category', isCategory, 0.6, []],
  ]

function guessed(contents: Contents, taken: ReadonlySet<ColumnMeaning>): ColumnMeaning {
  if (contents.cells < leastCells) return null
  const guess = guesses.find(
    ([field, test, share, unless]) =>
      !taken.has(field) && !unless.some((other) => taken.has(other)) && contents.share(test) >= share,
  )
  return guess?.[0] ?? null
}

/** Columns with what they mean as far as the rows below can tell. */
export function judgeColumns(columns: readonly Column[], below: readonly GridRow[]): Column[] {
  const rows = below.slice(0, rowsLookedAt)
  const taken = new Set(columns.map(({ meaning }) => meaning))
  return columns.map((column) => {
    const contents = contentsOf(rows, column.index)
    const meaning = column.meaning === null ? guessed(contents, taken) : corrected(column, contents, taken)
    taken.add(meaning)
    return { ...column, meaning }
  })
}
