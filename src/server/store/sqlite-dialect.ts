// The embedded database for Kysely. Where another process or thread is writing, it is waited for without holding up this one:
// SQLite's own way of waiting would stop everything that goes on in the thread.
import { setTimeout as after } from 'node:timers/promises'
import { type DatabaseConnection, SqliteDialect, SqliteDriver } from 'kysely'

const busy = 5
const pauseMs = 5

/** SQLite's word for "somebody else is writing"; whatever it was asked was not done. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === busy
}

/** The connection, asked again for as long as somebody else is writing. */
function patient(connection: DatabaseConnection, patienceMs: number): DatabaseConnection {
  return {
    streamQuery: (...asked) => connection.streamQuery(...asked),
    executeQuery: async (...asked) => {
      const end = performance.now() + patienceMs
      for (;;) {
        try {
          return await connection.executeQuery(...asked)
        } catch (error) {
          if (!isBusy(error) || performance.now() >= end) throw error
        }
        await after(pauseMs)
      }
    },
  }
}

type Config = ConstructorParameters<typeof SqliteDialect>[0]

class PatientDriver extends SqliteDriver {
  readonly #patienceMs: number
  #connection: DatabaseConnection | null = null

  constructor(config: Config, patienceMs: number) {
    super(config)
    this.#patienceMs = patienceMs
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection ??= patient(await super.acquireConnection(), this.#patienceMs)
    return this.#connection
  }
}

/** SQLite that is waited for. */
export class PatientSqliteDialect extends SqliteDialect {
  readonly #config: Config
  readonly #patienceMs: number

  /** @param patienceMs how long somebody else may go on writing. */
  constructor(config: Config, patienceMs: number) {
    super(config)
    this.#config = config
    this.#patienceMs = patienceMs
  }

  override createDriver(): SqliteDriver {
    return new PatientDriver(this.#config, this.#patienceMs)
  }
}
