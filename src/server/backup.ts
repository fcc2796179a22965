// `npm run backup -- FOLDER`: writes a sealed backup of a server that may be running.
import { existsSync } from 'node:fs'
import { writeBackup } from './actions/write-backup.ts'
import { keyFolder, loadBackupKey } from './keys.ts'
import { readSettings } from './settings.ts'
import { openDatabase, sqliteFile } from './store/open-database.ts'
import { openPhotoFiles } from './store/photo-files.ts'

const folder = process.argv[2]
if (folder === undefined) {
  process.stderr.write('Cách dùng: npm run backup -- THƯ_MỤC\n')
  process.exit(2)
}
const settings = readSettings(process.env)
if (settings.databaseUrl === null && !existsSync(sqliteFile(settings.dataDir))) {
  process.stderr.write(`Chưa có dữ liệu nào ở ${settings.dataDir}\n`)
  process.exit(1)
}
const db = openDatabase(settings, { forReading: true })
try {
  const photos = openPhotoFiles(settings.dataDir)
  const report = await writeBackup({ db, photos, now: Date.now }, folder, loadBackupKey(settings.dataDir))
  process.stdout.write(`Đã sao lưu ${report.rows} dòng và ${report.photos} ảnh vào ${report.path}\n`)
  process.stdout.write(
    `Khóa để mở bản sao lưu và các khóa của máy chủ ở ${keyFolder(settings.dataDir)}: cất riêng một nơi khác.\n`,
  )
  if (report.photosLost.length > 0) {
    process.stderr.write(`CẢNH BÁO: ${report.photosLost.length} ảnh có trong danh sách nhưng không còn trên đĩa:\n`)
    for (const photo of report.photosLost) process.stderr.write(`${photo}\n`)
    process.exitCode = 1
  }
} finally {
  await db.destroy()
}
