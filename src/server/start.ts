// Composition root: `npm start`.
import { issueSetupSecret } from './actions/issue-setup-secret.ts'
import { readSettings } from './settings.ts'
import { startServer } from './start-server.ts'

const settings = readSettings(process.env)
const server = await startServer(settings)
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
  void server.stop().then(() => process.exit(0))
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
