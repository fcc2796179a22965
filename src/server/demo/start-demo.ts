// Composition root of `npm run demo`: a made-up ward on the embedded database, afresh at every start.
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { renderUnicodeCompact } from 'uqr'
import { communes2025 } from '../../domain/code-lists/communes-2025.ts'
import { readSettings } from '../settings.ts'
import { openTools, startServer } from '../start-server.ts'
import { demoClock } from './demo-clock.ts'
import { buildPages } from './build-pages.ts'
import { demoAdministrator, demoStaff, demoWard } from './demo-accounts.ts'
import { takeDemoFolder } from './demo-folder.ts'
import { seedDemo } from './seed-demo.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

const environment = {
  ...process.env,
  PORT: process.env.PORT || '8080',
  DATA_DIR: resolve(process.env.DATA_DIR || 'data/demo'),
  LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  // The demo keeps to its own folder whatever else is set.
  DATABASE_URL: '',
}
const settings = readSettings(environment)
if (!takeDemoFolder(settings.dataDir)) {
  process.stderr.write(`${settings.dataDir} is not empty and no demo made it; choose another DATA_DIR.\n`)
  process.exit(1)
}

say('Đang chuẩn bị dữ liệu mẫu và giao diện…')
const built = process.argv.includes('--no-build') ? Promise.resolve() : buildPages()
const clock = demoClock()
const tools = await openTools(settings, { now: clock.now })
const [{ enrolmentCodes, paymentCode }] = await Promise.all([seedDemo(tools, clock), built])
const server = await startServer(settings, tools)

const link = (code: string) => `${server.url}/#enrol=${code}`
const office = [demoAdministrator, ...demoStaff].map(({ role, username, password }) => ({ role, username, password }))
const communes = [{ code: demoWard, name: communes2025.get(demoWard) ?? '' }]
const [code = '', ...forScripts] = enrolmentCodes
const demoFile = join(settings.dataDir, 'demo.json')
let stopping = false
const stop = () => {
  if (stopping) return
  stopping = true
  rmSync(demoFile, { force: true })
  void server.stop().then(() => process.exit(0))
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)

// Whoever waits for the file finds it whole.
writeFileSync(
  `${demoFile}.part`,
  `${JSON.stringify({ url: server.url, office, enrolmentCodes: forScripts, communes }, null, 2)}\n`,
)
renameSync(`${demoFile}.part`, demoFile)

say(`
Tận Nhà – bản chạy thử với dữ liệu mẫu (${communes[0]?.name}, thành phố Cần Thơ; mọi người và số liệu đều không có thật)

  Máy tính bảng:  ${server.url}/
  Văn phòng:      ${server.url}/office
  Tệp cho máy:    ${demoFile}

Đăng nhập văn phòng:
${[demoAdministrator, ...demoStaff].map(({ role, username, password }) => `  ${role.padEnd(15)} ${username.padEnd(10)} ${password}`).join('\n')}

Ghép máy – quét mã này hoặc mở ${link(code)}
${renderUnicodeCompact(link(code))}
Ghép máy của nhân viên chi trả tại nhà (chitra): ${link(paymentCode)}

Dừng: Ctrl+C. Lần chạy sau bắt đầu lại từ đầu.`)
