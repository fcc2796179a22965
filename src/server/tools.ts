// What the server's rooms are handed instead of fetching it: database, clock, ids, keys, photos, log.
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { ServerKeyring } from './keys.ts'
import type { Settings } from './settings.ts'
import type { PhotoFiles } from './store/photo-files.ts'
import type { Database } from './store/schema.ts'

export type ServerTools = {
  db: Kysely<Database>
  settings: Settings
  /** Milliseconds since 1970. */
  now: () => number
  /** A new UUIDv7 in lower case. */
  newId: () => string
  keys: ServerKeyring
  photos: PhotoFiles
  /** Never handed anything but ids, counts, kinds and codes. */
  log: Logger
}

/** What is enough to write into the database. */
export type WritingTools = Pick<ServerTools, 'db' | 'now' | 'newId'>
