// Lists as communes keep them, made from a seed: shapes, wordings, encodings and faults by chance, with what has to come out.
import { utils, write } from '@e965/xlsx'
import { chanceFrom, type Chance } from './chance.ts'
import { bytesOfSigns, inOldEncoding, type OldEncoding } from './legacy-text.ts'
import { listWordings, type ListField } from './list-wordings.ts'
import { type ListedSomebody, madeUpListPeople } from './made-up-list-people.ts'

type Cell = string | number | Date | { t: 'n'; f: string }
type Row = Cell[]

export type ExpectedRow = {
  row: number
  name: string
  birth: string
  sex: string
  id: string
  hamlet: string
  monthly: number
  arrears: number
}

export type MadeUpList = {
  bytes: Buffer
  format: string
  encoding: OldEncoding | 'unicode'
  people: number
  sumMonthly: number
  sumTotal: number
  rows: ExpectedRow[]
  duplicates: { row: number; of: number }[]
  broken: number[]
  totalMismatches: number[]
}

/** What is wrong with a row. */
type Fault = 'none' | 'duplicate' | 'wrongTotal' | 'noName' | 'noSuchDay' | 'oddId' | 'oddAmount' | 'lostFormula'
const faults: readonly Fault[] = ['duplicate', 'wrongTotal', 'noName', 'noSuchDay', 'oddId', 'oddAmount']

type Shape = {
  format: 'xlsx' | 'xls' | 'csv' | 'csvBom' | 'utf16' | 'bytes'
  encoding: OldEncoding | 'unicode'
  tonesApart: boolean
  bySex: boolean
  groupBy: 'none' | 'hamlet' | 'category'
  fields: ListField[]
  chance: Chance
}

function shapeOf(chance: Chance): Shape {
  const encoding = chance.pick(['unicode', 'unicode', 'tcvn3', 'vni', 'viscii', 'windows1258'] as const)
  const format =
    encoding === 'unicode'
      ? chance.pick(['xlsx', 'xls', 'csv', 'csvBom', 'utf16'] as const)
      : chance.pick(['xlsx', 'xls', 'csv', 'bytes'] as const)
  const groupBy = chance.pick(['none', 'hamlet', 'category'] as const)
  const bySex = chance.happens(0.4)
  const optional: ListField[] = ['fileCode', 'phone', 'note', 'signature', 'total']
  const fields: ListField[] = ['name', 'id', 'monthly', 'arrears', ...optional.filter(() => chance.happens(0.6))]
  if (groupBy !== 'hamlet') fields.push('hamlet')
  if (groupBy !== 'category') fields.push('category')
  if (!bySex) fields.push('birth', 'sex')
  const order = fields
    .map((field) => ({ field, place: field === 'note' || field === 'signature' ? 2 : chance.next() }))
    .toSorted((a, b) => a.place - b.place)
  const columns: ListField[] = ['order', ...order.map(({ field }) => field)]
  if (bySex) columns.splice(2, 0, 'male', 'female')
  return { format, encoding, tonesApart: chance.happens(0.5), bySex, groupBy, fields: columns, chance }
}

const unaccented = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

function styled(text: string, style: number): string {
  if (style === 1) return text.toUpperCase()
  if (style === 2) return text.replace(' ', '\n')
  return style === 3 ? unaccented(text) : text
}

function headingOf({ fields, bySex, chance }: Shape): Row[] {
  const style = chance.whole(4)
  const word = (field: ListField) => styled(chance.pick(listWordings[field]), style)
  if (!bySex) return [fields.map(word)]
  if (chance.happens(0.3))
    return [
      fields.map((field) =>
        field === 'male'
          ? styled('Năm sinh Nam', style)
          : field === 'female'
            ? styled('Năm sinh Nữ', style)
            : word(field),
      ),
    ]
  const birth = word('birth')
  const first = fields.map((field) => (field === 'male' ? birth : field === 'female' ? '' : word(field)))
  const second = fields.map((field) =>
    field === 'male' ? styled('Nam', style) : field === 'female' ? styled('Nữ', style) : '',
  )
  return [first, second]
}

const dayFirst = (birth: string) => birth.split('-').toReversed().join('/')

function birthCell(birth: string, { chance, format }: Shape): Cell {
  const isSheet = format === 'xlsx' || format === 'xls'
  if (birth.length === 10 && isSheet && birth > '1930' && chance.happens(0.3)) {
    const [year = 0, month = 1, day = 1] = birth.split('-').map(Number)
    return new Date(Date.UTC(year, month - 1, day, 12))
  }
  if (birth.length === 4)
    return chance.pick<Cell>([birth, `${birth}.0`, ...(isSheet ? [Number(birth)] : []), ` ${birth} `])
  return chance.pick([
    dayFirst(birth),
    dayFirst(birth).replaceAll('/', ' / '),
    dayFirst(birth).replaceAll('/', '-'),
    dayFirst(birth).replace(/^0/, '').replace('/0', '/'),
  ])
}

function amountCell(amount: number, { chance, format }: Shape): Cell {
  const dotted = String(amount).replace(/\B(?=(\d{3})+$)/g, '.')
  const isSheet = format === 'xlsx' || format === 'xls'
  return chance.pick<Cell>([
    String(amount),
    dotted,
    `${dotted} VND`,
    dotted.replaceAll('.', ','),
    ...(isSheet ? [amount, amount, amount] : []),
  ])
}

function numberCell(digits: string, { chance, format }: Shape): Cell {
  const isSheet = format === 'xlsx' || format === 'xls'
  return chance.pick<Cell>([
    digits,
    digits,
    ...(digits.length === 12 ? [digits.replace(/^0/, ''), digits.replace(/(\d{3})(?=\d)/g, '$1 ')] : []),
    ...(isSheet ? [Number(digits)] : []),
  ])
}

function rowOf(person: ListedSomebody, order: number, shape: Shape, fault: Fault): Row {
  const { chance } = shape
  const birth = fault === 'noSuchDay' ? '31/02/1950' : birthCell(person.birth, shape)
  const total = person.monthly + person.arrears + (fault === 'wrongTotal' ? 50_000 : 0)
  return shape.fields.map((field): Cell => {
    switch (field) {
      case 'order':
        return chance.pick<Cell>([order, String(order)])
      case 'name':
        return fault === 'noName' ? '' : person.name
      case 'birth':
        return birth
      case 'male':
        return person.sex === 'M' ? birth : ''
      case 'female':
        return person.sex === 'F' ? birth : ''
      case 'sex':
        return person.sex === 'F' ? 'Nữ' : 'Nam'
      case 'id':
        if (fault === 'oddId') return '09214A990001'
        return person.id === '' ? '' : numberCell(person.id, shape)
      case 'hamlet':
        return chance.pick([person.hamlet, `Ấp ${person.hamlet}`])
      case 'category':
        return person.category
      case 'monthly':
        if (fault === 'oddAmount') return 'nhiều'
        return fault === 'lostFormula' ? { t: 'n', f: 'A1*2' } : amountCell(person.monthly, shape)
      case 'arrears':
        return person.arrears === 0 ? chance.pick(['', '', '-']) : amountCell(person.arrears, shape)
      case 'total':
        return amountCell(total, shape)
      case 'phone':
        return person.phone === '' ? '' : numberCell(person.phone, shape)
      case 'fileCode':
        return person.fileCode
      case 'note':
      case 'signature':
        return ''
    }
  })
}

function sumRow(label: string, people: readonly ListedSomebody[], { fields }: Shape): Row {
  const monthly = people.reduce((sum, person) => sum + person.monthly, 0)
  const arrears = people.reduce((sum, person) => sum + person.arrears, 0)
  const sums: Partial<Record<ListField, Cell>> = { name: label, monthly, arrears, total: monthly + arrears }
  return fields.map((field) => sums[field] ?? '')
}

/** A list from a seed. @param count how many people it is about, faulty rows not counted. */
export function madeUpList(seed: number, count = 24): MadeUpList {
  const chance = chanceFrom(seed)
  const shape = shapeOf(chance)
  const people = madeUpListPeople(chance, count)
  const key = shape.groupBy === 'hamlet' ? 'hamlet' : 'category'
  const groups = shape.groupBy === 'none' ? [people] : [...Map.groupBy(people, (person) => person[key]).values()]
  const lines: Row[] = []
  const list: MadeUpList = {
    bytes: Buffer.alloc(0),
    format: shape.format,
    encoding: shape.encoding,
    people: count,
    sumMonthly: 0,
    sumTotal: 0,
    rows: [],
    duplicates: [],
    broken: [],
    totalMismatches: [],
  }
  const titles: Row[] = [
    ['ỦY BAN NHÂN DÂN XÃ THỚI ĐÔNG'],
    ['DANH SÁCH CHI TRẢ TRỢ CẤP BẢO TRỢ XÃ HỘI'],
    ['(Kèm theo Quyết định số ....)'],
  ]
  if (chance.happens(0.7)) lines.push(...titles.slice(0, 1 + chance.whole(3)))
  lines.push(...headingOf(shape))
  if (chance.happens(0.3)) lines.push(shape.fields.map((_, index) => `(${index + 1})`))
  let order = 0
  const add = (person: ListedSomebody, fault: Fault) => {
    order += 1
    lines.push(rowOf(person, order, shape, fault))
    return lines.length
  }
  const withSums = chance.happens(0.5)
  for (const group of groups) {
    const [first] = group
    if (first && shape.groupBy !== 'none')
      lines.push([
        chance.pick(['', `${'I'.repeat(1 + chance.whole(3))}. `]) +
          (key === 'hamlet' ? `Ấp ${first.hamlet}` : first.category),
      ])
    for (const person of group) {
      const fault: Fault = chance.happens(0.12)
        ? chance.pick(shape.format === 'xlsx' ? [...faults, 'lostFormula'] : faults)
        : 'none'
      if (fault === 'wrongTotal' && !shape.fields.includes('total'))
        list.rows.push({ ...person, row: add(person, 'none') })
      else if (fault === 'none' || fault === 'duplicate' || fault === 'wrongTotal')
        list.rows.push({ ...person, row: add(person, fault) })
      else list.broken.push(add(person, fault))
      if (fault === 'wrongTotal' && shape.fields.includes('total')) list.totalMismatches.push(lines.length)
      if (fault === 'duplicate')
        list.duplicates.push({ of: lines.length, row: add({ ...person, name: person.name.toUpperCase() }, 'none') })
    }
    if (withSums && shape.groupBy !== 'none') lines.push(sumRow('Cộng', group, shape))
  }
  if (withSums) lines.push(sumRow('TỔNG CỘNG', people, shape))
  if (chance.happens(0.6)) lines.push(['', ''], ['', 'Người lập biểu', '', 'Chủ tịch UBND xã'])
  const kept = list.rows.map(({ row, name, birth, sex, id, hamlet, monthly, arrears }) => ({
    row,
    name,
    birth,
    sex,
    id,
    hamlet,
    monthly,
    arrears,
  }))
  return {
    ...list,
    rows: kept,
    people: kept.length,
    sumMonthly: kept.reduce((sum, row) => sum + row.monthly, 0),
    sumTotal: kept.reduce((sum, row) => sum + row.monthly + row.arrears, 0),
    bytes: fileOf(lines, shape),
  }
}

function fileOf(lines: readonly Row[], shape: Shape): Buffer {
  const { encoding, tonesApart, format, chance } = shape
  const old = (text: string) => (encoding === 'unicode' ? text : inOldEncoding(text, encoding, { tonesApart }))
  const rows = lines.map((row) => row.map((cell) => (typeof cell === 'string' ? old(cell) : cell)))
  if (format === 'xlsx' || format === 'xls') {
    const book = utils.book_new()
    if (chance.happens(0.3)) utils.book_append_sheet(book, utils.aoa_to_sheet([['Ghi chú nội bộ']]), 'Ghi chú')
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { cellDates: true, UTC: true }), 'DS')
    return write(book, { type: 'buffer', bookType: format === 'xlsx' ? 'xlsx' : 'biff8' }) as Buffer
  }
  const cut = chance.pick([';', ',', '\t'])
  const quoted = (cell: Cell) => {
    const text = typeof cell === 'object' ? '' : String(cell)
    return /["\n]/.test(text) || text.includes(cut) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const text = rows.map((row) => row.map(quoted).join(cut)).join('\r\n')
  if (format === 'bytes') return bytesOfSigns(text)
  if (format === 'utf16') return Buffer.from(`\uFEFF${text}`, 'utf16le')
  return Buffer.from(format === 'csvBom' ? `\uFEFF${text}` : text)
}
