// Run as a process of its own: writers who change one commune's feed, each in transactions of its own, as another server
// process would. `node write-feed.ts DATABASE_URL COMMUNE WRITERS ROUNDS PEOPLE`; prints the ids that it committed, a line each.
import type { CommuneCode } from '../../src/domain/ids.ts'
import { communeFeed, recordChanges } from '../../src/server/store/feed.ts'
import { openDatabase } from '../../src/server/store/open-database.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { madeUpPerson } from './made-up-person.ts'

const [databaseUrl = '', commune = '', ...counts] = process.argv.slice(2)
const [writers = 1, rounds = 1, people = 1] = counts.map(Number)
const db = openDatabase({ dataDir: '', databaseUrl })
await Promise.all(
  Array.from({ length: writers }, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const lines = Array.from({ length: people }, () => madeUpPerson(commune as CommuneCode))
      const changes = lines.map((line) => ({
        thing: 'beneficiary' as const,
        id: line.id,
        line: { type: 'beneficiary' as const, ...line },
      }))
      await inTransaction(db, (trx) => recordChanges(trx, communeFeed(commune as CommuneCode), changes))
      for (const { id } of lines) console.log(id)
    }
  }),
)
await db.destroy()
