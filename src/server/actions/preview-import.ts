// From an uploaded file to a preview that stays on the server, and again when somebody corrects how it was understood.
import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { CommuneCode } from '../../domain/ids.ts'
import type { ListFileProblem } from '../../domain/list-import/list-file-problem.ts'
import type { ImportChoices, ImportSummary } from '../../protocol/office/imports.ts'
import { type OfficeActor, type ServerActor, staffIdOf } from '../actor.ts'
import { type OpenList, openList } from '../list-reading/read-list-file.ts'
import { writeAudit } from '../store/audit.ts'
import { communeFeed, lockFeed } from '../store/feed.ts'
import { forgetChoices, habitsOf, rememberChoices } from '../store/import-habits.ts'
import { addLines, beginLines, forgottenLines, keepLines, removeLines } from '../store/import-lines.ts'
import { findImport, type ImportKey, keepImportFile, putChoices, putImport, readImportFile } from '../store/imports.ts'
import { idsOnOtherLists, listedThings } from '../store/list-people.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'

export type Importer = OfficeActor | ServerActor

export type PreviewResult =
  | { kind: 'preview'; id: string }
  | { kind: 'badFile'; problem: ListFileProblem }
  | { kind: 'notFound' }
  | { kind: 'notAPreview' }

type Preview = {
  summary: ImportSummary
  choices: ImportChoices
  remembered: boolean
  heading: string | null
  /** Where the commune's feed stood before the list was looked at. */
  feedSeq: number
  linesId: string
}

const forgottenAfter = 3_600_000

/** The year in Viet Nam, which is seven hours ahead all year. */
export function yearIn(tools: Pick<ServerTools, 'now'>): number {
  return new Date(tools.now() + 7 * 3_600_000).getUTCFullYear()
}

/** Reads a file and keeps it with its preview. @param choices settled beforehand, at the command line. */
export async function startImport(
  tools: ServerTools,
  actor: Importer,
  upload: { commune: CommuneCode; name: string; bytes: Uint8Array; choices?: ImportChoices },
): Promise<PreviewResult> {
  const { commune, name, bytes, choices = {} } = upload
  const habits = await habitsOf(tools.db, commune)
  return withLines(tools, actor, { commune, bytes, choices, habits }, async (trx, preview) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const key = { commune, id: tools.newId() }
    await keepImportFile(trx, commune, sha256, bytes)
    // A large file takes long to write and long to commit: others have their turn in between.
    await nextTurn()
    const file = { name, sha256, bytes: bytes.length }
    await putImport(trx, { ...preview, ...key, staffId: staffIdOf(actor), file, at: tools.now() })
    await writeAudit(trx, tools, actor, {
      action: 'import.previewed',
      commune,
      thing: 'import',
      thingId: key.id,
      detail: { sha256, bytes: bytes.length },
    })
    return { kind: 'preview', id: key.id }
  })
}

/** Reads the kept file anew with what a person settled; without choices, as they stand. Decisions about lines begin anew. */
export async function previewAgain(
  tools: ServerTools,
  actor: Importer,
  key: ImportKey,
  choices?: ImportChoices,
): Promise<PreviewResult> {
  const known = await findImport(tools.db, key)
  if (known === null) return { kind: 'notFound' }
  if (known.state !== 'preview') return { kind: 'notAPreview' }
  if (choices !== undefined && isOnlyConfirmed(known.choices, choices)) {
    await inTransaction(tools.db, (trx) => putChoices(trx, key, choices, known.remembered))
    return { kind: 'preview', id: key.id }
  }
  const bytes = await readImportFile(tools.db, key.commune, known.file_sha256)
  if (bytes === null) return { kind: 'notFound' }
  const about = { commune: key.commune, bytes, choices: choices ?? known.choices, habits: {} }
  let replaced = known.linesId
  const result = await withLines(tools, actor, about, async (trx, preview) => {
    const now = await findImport(trx, key)
    if (now?.state !== 'preview') return { kind: 'notAPreview' }
    replaced = now.linesId
    const file = { name: known.file_name, sha256: known.file_sha256, bytes: known.file_bytes }
    const remembered = choices === undefined && known.remembered
    await putImport(trx, { ...preview, ...key, remembered, staffId: staffIdOf(actor), file, at: known.created_at })
    if (choices !== undefined) await rememberOrForget(trx, tools, actor, key.commune, preview)
    return { kind: 'preview', id: key.id }
  })
  if (result.kind === 'preview') await removeLines(tools.db, replaced, nextTurn)
  return result
}

/** Whether nothing changes but that somebody looked at the converted texts: the file need not be read again for that. */
function isOnlyConfirmed(before: ImportChoices, after: ImportChoices): boolean {
  const rest = ({ encodingConfirmed: _confirmed, ...others }: ImportChoices) => others
  return after.encodingConfirmed !== before.encodingConfirmed && isDeepStrictEqual(rest(before), rest(after))
}

async function rememberOrForget(
  trx: Trx,
  tools: ServerTools,
  actor: Importer,
  commune: CommuneCode,
  { heading, choices }: Preview,
): Promise<void> {
  if (heading === null) return
  const isSettled = Object.keys(choices).some((field) => !['sheet', 'century', 'encodingConfirmed'].includes(field))
  if (!isSettled) return forgetChoices(trx, commune, heading)
  await rememberChoices(trx, { commune, heading, choices, at: tools.now(), staffId: staffIdOf(actor) })
}

/**
 * Reads a file in a thread of its own, compares it with the commune's list, and writes its lines; `keep` makes them part
 * of an import, in one transaction. What was written is removed again when that does not come about.
 */
async function withLines(
  tools: ServerTools,
  actor: Importer,
  file: {
    commune: CommuneCode
    bytes: Uint8Array
    choices: ImportChoices
    habits: Readonly<Record<string, ImportChoices>>
  },
  keep: (trx: Trx, preview: Preview) => Promise<PreviewResult>,
): Promise<PreviewResult> {
  const { commune, ...task } = file
  for (const linesId of await forgottenLines(tools.db, tools.now() - forgottenAfter)) {
    await removeLines(tools.db, linesId, nextTurn)
  }
  const opened = await openList({ ...task, year: yearIn(tools) })
  try {
    if (opened.kind === 'bad') return { kind: 'badFile', problem: opened.problem }
    const { ids, heading, choices, remembered } = opened
    const linesId = tools.newId()
    await beginLines(tools.db, linesId, tools.now())
    let result: PreviewResult | null = null
    try {
      const { summary, feedSeq } = await compare(tools, actor, opened, { commune, ids, linesId })
      const preview = { summary, choices, remembered, heading, feedSeq, linesId }
      result = await inTransaction(tools.db, async (trx) => {
        const kept = await keep(trx, preview)
        if (kept.kind === 'preview') await keepLines(trx, linesId)
        return kept
      })
      return result
    } finally {
      if (result?.kind !== 'preview') await removeLines(tools.db, linesId, nextTurn)
    }
  } finally {
    await opened.close()
  }
}

async function compare(
  tools: ServerTools,
  actor: Importer,
  list: OpenList,
  { commune, ids, linesId }: { commune: CommuneCode; ids: readonly string[]; linesId: string },
): Promise<{ summary: ImportSummary; feedSeq: number }> {
  // A change that comes while the list is being read makes the preview an old one, which a commit finds out.
  const feedSeq = await inTransaction(tools.db, (trx) => lockFeed(trx, communeFeed(commune)))
  for await (const part of listedThings(tools.db, commune)) {
    list.know(part)
    await nextTurn()
  }
  const elsewhere = await idsOnOtherLists(tools.db, ids, { commune, scope: actor.communes })
  const summary = await list.compare({ commune, idsElsewhere: [...elsewhere] }, async (lines) => {
    await addLines(tools.db, linesId, lines)
    await nextTurn()
  })
  return { summary, feedSeq }
}
