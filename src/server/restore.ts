// `npm run restore -- FOLDER_OR_FILE`: puts the newest backup of a folder, or that file, in the place of the data. The
// server must not be running. A damaged backup changes nothing.
import { mkdirSync } from 'node:fs'
import { v7 } from 'uuid'
import { BadBackup } from './actions/read-backup.ts'
import { restoreBackup } from './actions/restore-backup.ts'
import { loadBackupKey } from './keys.ts'
import { runningProcess } from './running.ts'
import { readSettings } from './settings.ts'
import { openPhotoFiles } from './store/photo-files.ts'
import { newestBackup, replaceDatabase } from './store/replace-database.ts'

const from = process.argv[2]
if (from === undefined) {
  process.stderr.write('Cách dùng: npm run restore -- THƯ_MỤC_HOẶC_TỆP\n')
  process.exit(2)
}
const settings = readSettings(process.env)
mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
const running = runningProcess(settings.dataDir)
const path = newestBackup(from)
if (running !== null) {
  process.stderr.write(`Máy chủ đang chạy (tiến trình ${running}). Hãy dừng máy chủ rồi khôi phục lại.\n`)
  process.exitCode = 1
} else if (path === null) {
  process.stderr.write(`Không tìm thấy bản sao lưu nào ở ${from}\n`)
  process.exitCode = 1
} else {
  try {
    const photos = openPhotoFiles(settings.dataDir)
    const tools = { now: Date.now, newId: () => v7(), putPhoto: photos.put }
    const backup = { path, key: loadBackupKey(settings.dataDir) }
    const { report, kept } = await replaceDatabase(settings, (db) => restoreBackup(db, tools, backup))
    process.stdout.write(
      `Đã khôi phục ${report.rows} dòng và ${report.photos} ảnh từ ${path} (lập lúc ${report.madeAt}).\n`,
    )
    if (kept !== null) process.stdout.write(`Dữ liệu trước đó được giữ ở ${kept}\n`)
    process.stdout.write('Các máy tính bảng sẽ tải lại danh sách và gửi lại những gì máy chủ chưa có.\n')
  } catch (error) {
    if (!(error instanceof BadBackup)) throw error
    process.stderr.write(`KHÔNG KHÔI PHỤC. ${error.message}\nDữ liệu hiện có không thay đổi.\n`)
    process.exitCode = 1
  }
}
