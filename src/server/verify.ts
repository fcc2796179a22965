// `npm run verify`: whether what is stored is still what tablets signed, and every figure follows from it. The server may run.
import { existsSync } from 'node:fs'
import { type TamperKind, verifyFacts } from './actions/verify-facts.ts'
import { readSettings } from './settings.ts'
import { openDatabase, sqliteFile } from './store/open-database.ts'

const words: Record<TamperKind, string> = {
  altered: 'bản ghi không còn đúng như máy đã ký',
  missing: 'bản ghi bị mất khỏi chuỗi',
  brokenLink: 'bản ghi không nối tiếp bản ghi trước',
  columnsDiffer: 'dữ liệu tra cứu khác với bản ghi đã ký',
  withoutRecord: 'dữ liệu tra cứu không có bản ghi nào',
  withoutColumns: 'bản ghi không có dữ liệu tra cứu',
  figuresDiffer: 'số liệu chi trả không khớp với các bản ghi',
}

const settings = readSettings(process.env)
if (settings.databaseUrl === null && !existsSync(sqliteFile(settings.dataDir))) {
  process.stderr.write(`Chưa có dữ liệu nào ở ${settings.dataDir}\n`)
  process.exit(2)
}
const db = openDatabase(settings, { forReading: true })
try {
  const { profiles, links, months, people, found } = await verifyFacts({ db })
  process.stdout.write(
    `Đã kiểm tra ${links} bản ghi của ${profiles} máy và ${people} dòng chi trả của ${months} kỳ: ` +
      `${found.length === 0 ? 'tất cả đúng.' : `${found.length} chỗ sai.`}\n`,
  )
  for (const { kind, where } of found) process.stderr.write(`${kind}\t${where}\t${words[kind]}\n`)
  if (found.length > 0) process.exitCode = 1
} finally {
  await db.destroy()
}
