// Taking in a list of 50,000 rows: from the uploaded file to the preview and on to the list, beside SheetJS reading the
// same file; and how long the server stands still for others meanwhile.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as after } from 'node:timers/promises'
import { read, utils, write } from '@e965/xlsx'
import type { ServerActor } from '../../src/server/actor.ts'
import { commitImport } from '../../src/server/actions/commit-import.ts'
import { startImport } from '../../src/server/actions/preview-import.ts'
import { chanceFrom } from '../support/chance.ts'
import { type ListedSomebody, madeUpListPeople } from '../support/made-up-list-people.ts'
import { homeCommune, startTestServer } from '../support/test-server.ts'
import { atMost, median, type Row, within } from './row.ts'

const rows = 50_000
const rounds = 3
const heading = [
  'STT',
  'Mã hồ sơ',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Số CCCD/CMND',
  'Ấp',
  'Địa chỉ',
  'Đối tượng',
  'Mức trợ cấp',
  'Truy lĩnh',
  'Tổng cộng',
  'Điện thoại',
]

function citizenId({ id, birth, sex }: ListedSomebody, n: number): string {
  const marker = (sex === 'F' ? 1 : 0) + (birth >= '2000' ? 2 : 0)
  return id === '' ? '' : `092${marker}${birth.slice(2, 4)}${String(n).padStart(6, '0')}`
}

/** A workbook such as a city with one list for everybody would keep. */
function largeList(): Buffer {
  const people = madeUpListPeople(chanceFrom(1), rows)
  const lines = people.map((person, n) => [
    n + 1,
    person.fileCode,
    person.name,
    person.birth.split('-').toReversed().join('/'),
    person.sex === 'F' ? 'Nữ' : 'Nam',
    citizenId(person, n),
    person.hamlet,
    `Số ${n % 500}, ấp ${person.hamlet}, xã Thới Đông`,
    person.category,
    person.monthly,
    person.arrears === 0 ? '' : person.arrears,
    person.monthly + person.arrears,
    person.phone === '' ? '' : Number(`9${String(n).padStart(8, '0')}`),
  ])
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['DANH SÁCH BẢO TRỢ XÃ HỘI'], heading, ...lines]), 'DS')
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
}

const actor: ServerActor = { kind: 'server', communes: [homeCommune] }

/** Times in milliseconds of one import into an empty list, and the longest time in which nobody else was heard. */
async function importOnce(bytes: Buffer): Promise<{ preview: number; commit: number; still: number }> {
  const server = await startTestServer()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  try {
    delay.enable()
    const start = performance.now()
    const started = await startImport(server.tools, actor, { commune: homeCommune, name: 'lon.xlsx', bytes })
    if (started.kind !== 'preview') throw new Error(`the preview ended as ${started.kind}`)
    const previewed = performance.now()
    const end = await commitImport(server.tools, actor, { commune: homeCommune, id: started.id })
    if (end.kind !== 'committed' || end.added < rows * 0.9)
      throw new Error(`the commit ended as ${JSON.stringify(end)}`)
    const committed = performance.now()
    // What the last step took is only noticed afterwards.
    await after(20)
    return { preview: previewed - start, commit: committed - previewed, still: delay.max / 1e6 }
  } finally {
    delay.disable()
    await server.stop()
  }
}

/** The bar of docs/quality for imports. */
export async function measureImport(): Promise<Row[]> {
  const bytes = largeList()
  const anchors: number[] = []
  const ours: { preview: number; commit: number; still: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    read(bytes, { type: 'buffer' })
    anchors.push(performance.now() - start)
    ours.push(await importOnce(bytes))
  }
  const anchor = { what: 'SheetJS reading the same file', value: median(anchors) }
  const preview = median(ours.map((one) => one.preview))
  const whole = median(ours.map(({ preview: first, commit }) => first + commit))
  return [
    atMost('preview of 50,000 rows of XLSX', 2.5, anchor, preview, 'ms'),
    atMost('import of 50,000 rows of XLSX, preview included', 2.5, anchor, whole, 'ms'),
    within('longest the server stood still for others meanwhile', 100, median(ours.map(({ still }) => still)), 'ms'),
  ]
}
