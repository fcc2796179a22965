// What `npm run import -- FILE --commune CODE` does: the same import as the office's, for whoever runs the server, which
// may be running. A bad file changes nothing and ends with a sentence.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { communes2025 } from '../domain/code-lists/communes-2025.ts'
import { commitImport } from './actions/commit-import.ts'
import { startImport } from './actions/preview-import.ts'
import { type ImportReport, importReport } from './actions/report-import.ts'
import { fileChangedPeople } from './actions/file-changed-people.ts'
import { discardPreview, showImport, showLines } from './actions/show-imports.ts'
import { tryImport } from './actions/try-import.ts'
import type { ServerActor } from './actor.ts'
import { type ImportOptions, importUsage, readImportOptions } from './import-options.ts'
import {
  fileSentences,
  noFile,
  noHeading,
  noProgramme,
  notWritten,
  reportText,
  unknownCommune,
} from './actions/import-words.ts'
import { readSettings, type Settings } from './settings.ts'
import { openTools } from './start-server.ts'
import { sqliteFile } from './store/open-database.ts'

/** Ends the command with a sentence. */
class Refusal extends Error {}

const actor: ServerActor = { kind: 'server', communes: [...communes2025.keys()] }

function readListBytes(file: string, limit: number): Uint8Array {
  // npm runs scripts in the project's folder; the name is meant where the command was typed.
  const path = [process.env['INIT_CWD'] ?? '.', '.'].map((base) => resolve(base, file)).find((each) => existsSync(each))
  if (path === undefined || !statSync(path).isFile()) throw new Refusal(noFile(file))
  if (statSync(path).size > limit) throw new Refusal(fileSentences.tooLarge)
  return readFileSync(path)
}

async function tryOnly(settings: Settings, { commune, choices }: ImportOptions, bytes: Uint8Array) {
  const hasList = settings.databaseUrl !== null || existsSync(sqliteFile(settings.dataDir))
  const tools = hasList ? await openTools(settings) : null
  try {
    const tried = await tryImport({ db: tools?.db ?? null, now: Date.now }, actor, { commune, bytes, choices })
    if (tried.kind === 'badFile') throw new Refusal(fileSentences[tried.problem])
    if (tried.summary.heading === null) throw new Refusal(noHeading)
    return tried.report
  } finally {
    await tools?.db.destroy()
  }
}

async function importAll(settings: Settings, { commune, choices, file }: ImportOptions, bytes: Uint8Array) {
  const tools = await openTools(settings)
  try {
    const name = file.split(/[/\\]/).at(-1)?.slice(0, 255) ?? 'danh-sach'
    const settled = { ...choices, encodingConfirmed: true }
    const started = await startImport(tools, actor, { commune, name, bytes, choices: settled })
    if (started.kind === 'badFile') throw new Refusal(fileSentences[started.problem])
    if (started.kind !== 'preview') throw new Error(`an upload ended as ${started.kind}`)
    return await commitOrDiscard(tools, { commune, id: started.id })
  } finally {
    await tools.db.destroy()
  }
}

type Tools = Parameters<typeof showImport>[0]
type Key = Parameters<typeof showImport>[1]

/** What cannot be written leaves no preview behind for the office to wonder about. */
async function commitOrDiscard(tools: Tools, key: Key): Promise<ImportReport> {
  let isWritten = false
  try {
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const report = await reportOf(tools, key)
      const end = await commitImport(tools, actor, key)
      isWritten = end.kind === 'committed'
      // The running server's next search would, and somebody would wait for it.
      if (isWritten) await fileChangedPeople(tools, [key.commune])
      if (isWritten) return report
      if (end.kind === 'openQuestions') throw new Refusal(noProgramme)
      if (end.kind === 'notAPreview') break
    }
    throw new Refusal(notWritten)
  } finally {
    if (!isWritten) await discardPreview(tools, key)
  }
}

async function reportOf(tools: Tools, key: Key): Promise<ImportReport> {
  const preview = await showImport(tools, key)
  if (preview === null) throw new Error('the preview is gone')
  if (preview.summary.heading === null) throw new Refusal(noHeading)
  const report = importReport(preview.summary)
  for (let cursor: string | undefined; ;) {
    const page = await showLines(tools, key, { limit: 2000, cursor })
    page?.items.forEach((line) => report.add(line))
    if (page === null || page.next === null) return report.finish()
    cursor = page.next
  }
}

async function run(options: ImportOptions, environment: NodeJS.ProcessEnv): Promise<string> {
  const settings = readSettings({ LOG_LEVEL: 'silent', ...environment })
  if (!communes2025.has(options.commune)) throw new Refusal(unknownCommune(options.commune))
  const bytes = readListBytes(options.file, settings.limits.importBytes)
  const report = await (options.dryRun ? tryOnly : importAll)(settings, options, bytes)
  return options.json ? JSON.stringify(report) : reportText(report, options.dryRun)
}

/** How the command ends: its exit code, and what it says on standard output and for errors, without the line's end. */
export type CommandEnd = { code: number; out: string; said: string }

/**
 * Runs the command.
 * @param typed what stands behind `npm run import --`.
 * @param environment the variables that the server is set up with.
 */
export async function runImport(typed: readonly string[], environment: NodeJS.ProcessEnv): Promise<CommandEnd> {
  const options = readImportOptions(typed)
  if (options === null) return { code: 2, out: '', said: importUsage }
  try {
    return { code: 0, out: await run(options, environment), said: '' }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { code: 1, out: '', said: error.message }
  }
}
