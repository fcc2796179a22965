// Composition root: `npm start`.
import { issueSetupSecret } from './actions/issue-setup-secret.ts'
import { getReadyToVerify } from './actions/verify-beside.ts'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { madeUpDataMark } from './made-up-data.ts'
import { markRunning, runningProcess } from './running.ts'
import { readSettings } from './settings.ts'
import { startServer } from './start-server.ts'

const settings = readSettings(process.env)
if (existsSync(join(settings.dataDir, madeUpDataMark))) {
  process.stderr.write(`${settings.dataDir} belongs to the demo, whose people are made up; choose another DATA_DIR.\n`)
  process.exit(1)
}
mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
const other = runningProcess(settings.dataDir)
if (other !== null) {
  process.stderr.write(`Một máy chủ khác (tiến trình ${other}) đang dùng thư mục ${settings.dataDir}\n`)
  process.exit(1)
}
const unmark = markRunning(settings.dataDir)
const server = await startServer(settings)
getReadyToVerify()
process.stdout.write(`Tận Nhà: ${server.url}\n`)

const secret = await issueSetupSecret(server.tools)
if (secret !== null) {
  process.stdout.write(
    `Tạo quản trị viên đầu tiên (liên kết dùng một lần, 24 giờ):\n${server.url}/office/#setup=${secret}\n`,
  )
}

let stopping = false
const stop = () => {
  if (stopping) return
  stopping = true
  server.tools.log.info('stopping')
  void server.stop().then(() => {
    unmark()
    process.exit(0)
  })
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
