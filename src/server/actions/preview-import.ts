// From an uploaded file to a preview that stays on the server, and again when somebody corrects how it was understood.
import { createHash } from 'node:crypto'
import type { CommuneCode } from '../../domain/ids.ts'
import type { ListFileProblem } from '../../domain/list-import/list-file-problem.ts'
import type { ImportChoices } from '../../protocol/office/imports.ts'
import type { OfficeActor } from '../actor.ts'
import { readListFile } from '../list-reading/read-list-file.ts'
import type { ListFile } from '../list-reading/understand-file.ts'
import { writeAudit } from '../store/audit.ts'
import { communeFeed, lockFeed } from '../store/feed.ts'
import {
  findImport,
  type ImportKey,
  keepImportFile,
  putImport,
  readImportFile,
  replaceLines,
} from '../store/imports.ts'
import { idsOnOtherLists, peopleOfCommune } from '../store/list-people.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { planImport } from './plan-import.ts'

export type PreviewResult =
  | { kind: 'preview'; id: string }
  | { kind: 'badFile'; problem: ListFileProblem }
  | { kind: 'notFound' }
  | { kind: 'notAPreview' }

/** Viet Nam is seven hours ahead all year. */
function yearIn(tools: ServerTools): number {
  return new Date(tools.now() + 7 * 3_600_000).getUTCFullYear()
}

function read(tools: ServerTools, bytes: Uint8Array, choices: ImportChoices): Promise<ListFile> {
  const { sheet, encodings = {}, ...rest } = choices
  return readListFile({ bytes, sheet: sheet ?? null, choices: rest, encodings, year: yearIn(tools) })
}

/** Reads a file and keeps it with its preview. */
export async function startImport(
  tools: ServerTools,
  actor: OfficeActor,
  upload: { commune: CommuneCode; name: string; bytes: Uint8Array },
): Promise<PreviewResult> {
  const file = await read(tools, upload.bytes, {})
  if (file.kind === 'bad') return { kind: 'badFile', problem: file.problem }
  const sha256 = createHash('sha256').update(upload.bytes).digest('hex')
  const key = { commune: upload.commune, id: tools.newId() }
  await inTransaction(tools.db, async (trx) => {
    await keepImportFile(trx, upload.commune, sha256, upload.bytes)
    const about = { name: upload.name, sha256, bytes: upload.bytes.length }
    await storePreview(trx, { tools, actor, key, file, about, choices: {}, createdAt: tools.now() })
    await writeAudit(trx, tools, actor, {
      action: 'import.previewed',
      commune: upload.commune,
      thing: 'import',
      thingId: key.id,
      detail: { sha256, bytes: upload.bytes.length },
    })
  })
  return { kind: 'preview', id: key.id }
}

/** Reads the kept file anew with what a person settled; without choices, as they stand. Decisions about lines begin anew. */
export async function previewAgain(
  tools: ServerTools,
  actor: OfficeActor,
  key: ImportKey,
  choices?: ImportChoices,
): Promise<PreviewResult> {
  const known = await findImport(tools.db, key)
  if (known === null) return { kind: 'notFound' }
  if (known.state !== 'preview') return { kind: 'notAPreview' }
  const bytes = await readImportFile(tools.db, key.commune, known.file_sha256)
  if (bytes === null) return { kind: 'notFound' }
  const settled = choices ?? known.choices
  const file = await read(tools, bytes, settled)
  if (file.kind === 'bad') return { kind: 'badFile', problem: file.problem }
  return inTransaction(tools.db, async (trx): Promise<PreviewResult> => {
    const now = await findImport(trx, key)
    if (now?.state !== 'preview') return { kind: 'notAPreview' }
    const about = { name: known.file_name, sha256: known.file_sha256, bytes: known.file_bytes }
    await storePreview(trx, { tools, actor, key, file, about, choices: settled, createdAt: known.created_at })
    return { kind: 'preview', id: key.id }
  })
}

async function storePreview(
  trx: Parameters<Parameters<typeof inTransaction>[1]>[0],
  about: {
    tools: ServerTools
    actor: OfficeActor
    key: ImportKey
    file: Extract<ListFile, { kind: 'list' }>
    about: { name: string; sha256: string; bytes: number }
    choices: ImportChoices
    createdAt: number
  },
): Promise<void> {
  const { tools, actor, key, file, choices } = about
  const feedSeq = await lockFeed(trx, communeFeed(key.commune))
  const people = await peopleOfCommune(trx, key.commune)
  const ids = file.reading.rows.flatMap((row) => row.idNumber ?? [])
  const idsElsewhere = await idsOnOtherLists(trx, ids, { commune: key.commune, scope: actor.communes })
  const { summary, lines } = planImport(file, { commune: key.commune, people, idsElsewhere, newId: tools.newId })
  await putImport(trx, {
    ...key,
    staffId: actor.staffId,
    file: about.about,
    choices,
    summary,
    feedSeq,
    at: about.createdAt,
  })
  await replaceLines(trx, key.id, lines)
}
