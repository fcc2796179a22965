// Run as a process of its own: brings a database to the newest schema and dies by SIGKILL before the nth statement, or with
// `end` just before all of it is committed. `node migrate-and-die.ts DATA_DIR DATABASE_URL|- NTH|end`.
import { openDatabase } from '../../src/server/store/open-database.ts'
import { migrate } from '../../src/server/store/migrate.ts'

const [dataDir = '', url = '-', moment = 'end'] = process.argv.slice(2)
const die = () => process.kill(process.pid, 'SIGKILL')

let statements = 0
const db = openDatabase({ dataDir, databaseUrl: url === '-' ? null : url }).withPlugin({
  transformQuery: ({ node }) => {
    statements += 1
    if (String(statements) === moment) die()
    return node
  },
  transformResult: ({ result }) => Promise.resolve(result),
})
await db.transaction().execute(async (trx) => {
  await migrate(trx)
  die()
})
