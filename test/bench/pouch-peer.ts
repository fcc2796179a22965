// A PouchDB server with the same people, as it exists: PouchDB behind express-pouchdb, in a process of its own. It is no
// dependency of ours (hundreds of packages, some of them given up), so it is fetched into a folder that goes away again.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ListedPerson } from '../support/listed-people.ts'

const packages = ['pouchdb@9.0.0', 'pouchdb-adapter-memory@9.0.0', 'express-pouchdb@4.2.0', 'express@4.22.1']

/** Keeps its documents in memory, which is the quickest that it can do; `/` is an empty page to replicate from. */
const serverScript = `
const { mkdtempSync } = require('node:fs')
const express = require('express')
const PouchDB = require('pouchdb').plugin(require('pouchdb-adapter-memory'))
const Served = PouchDB.defaults({ adapter: 'memory' })
const app = express()
app.get('/', (_request, response) => response.type('html').send('<!doctype html><title>peer</title>'))
app.use('/db', require('express-pouchdb')(Served, { inMemoryConfig: true, logPath: 'log.txt' }))
const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port))
`

/** A person as one document, with what the person receives inside: half as many documents as ours has lines. */
export function documentOf({ beneficiary, entitlements }: ListedPerson): Record<string, unknown> {
  const { id, ...person } = beneficiary
  return { _id: id, type: 'beneficiary', ...person, entitlements }
}

export type PouchPeer = {
  readonly port: number
  /** The file of PouchDB for a page. */
  readonly script: string
  put(documents: readonly Record<string, unknown>[]): Promise<{ id: string; rev: string }[]>
  stop(): Promise<void>
}

/** @throws when the packages cannot be fetched here. */
export async function startPouchPeer(): Promise<PouchPeer> {
  const folder = mkdtempSync(join(tmpdir(), 'tan-nha-pouch-'))
  const forget = () => rmSync(folder, { recursive: true, force: true })
  try {
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    writeFileSync(join(folder, 'server.cjs'), serverScript)
    const flags = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
    execFileSync('npm', [...flags, ...packages], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (error) {
    forget()
    throw new Error('PouchDB could not be fetched from a registry', { cause: error })
  }
  const child = spawn(process.execPath, ['server.cjs'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)
  const port = Number(((await once(lines, 'line')) as [string])[0])
  const at = `http://127.0.0.1:${port}/db/people`
  const answer = await fetch(at, { method: 'PUT' })
  if (!answer.ok) throw new Error(`the peer's database: ${answer.status}`)
  return {
    port,
    script: join(folder, 'node_modules/pouchdb/dist/pouchdb.min.js'),
    async put(documents) {
      const put = await fetch(`${at}/_bulk_docs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ docs: documents }),
      })
      return (await put.json()) as { id: string; rev: string }[]
    },
    async stop() {
      child.kill()
      await once(child, 'exit')
      forget()
    },
  }
}
