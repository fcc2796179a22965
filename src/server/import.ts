// `npm run import -- FILE --commune CODE`.
import { runImport } from './import-command.ts'

const { code, out, said } = await runImport(process.argv.slice(2), process.env)
if (out !== '') process.stdout.write(`${out}\n`)
if (said !== '') process.stderr.write(`${said}\n`)
process.exitCode = code
