// The folder that the demo lives in: emptied at every start, and therefore only when it is surely the demo's own.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { madeUpDataMark } from '../made-up-data.ts'

/**
 * Empties the folder and marks it as the demo's.
 * @returns false, with nothing touched, when the folder holds something that no demo left there.
 */
export function takeDemoFolder(dataDir: string): boolean {
  const files = existsSync(dataDir) ? readdirSync(dataDir) : []
  if (files.length > 0 && !files.includes(madeUpDataMark)) return false
  for (const file of files) if (file !== madeUpDataMark) rmSync(join(dataDir, file), { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(
    join(dataDir, madeUpDataMark),
    'This folder belongs to `npm run demo`, which empties it at every start.\n',
  )
  return true
}
