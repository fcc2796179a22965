// A preview is committed: a short one at once, a long one beside everything else.
import { countTaken } from '../store/import-lines.ts'
import { findImport, type ImportKey } from '../store/imports.ts'
import type { ServerTools } from '../tools.ts'
import { commitPreview, type CommitResult } from './commit-preview.ts'
import { doBeside, longTask } from './do-beside.ts'
import { type Importer, previewAgain } from './preview-import.ts'

/**
 * Commits a preview: everything that was taken, or nothing. The server goes on answering meanwhile.
 * @param onProgress how many lines of how many are ready; nothing is final yet.
 */
export async function commitImport(
  tools: ServerTools,
  actor: Importer,
  key: ImportKey,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<CommitResult> {
  const isLong = (await linesToWrite(tools, key)) > longTask
  const beside = isLong ? await doBeside(tools, { kind: 'commit', actor, key }, onProgress) : null
  const result = beside ?? (await commitPreview(tools, actor, key, { onProgress, isAlone: false }))
  if (result.kind === 'listChanged') await previewAgain(tools, actor, key)
  return result
}

async function linesToWrite({ db }: ServerTools, key: ImportKey): Promise<number> {
  const known = await findImport(db, key)
  if (known === null) return 0
  return Object.values(await countTaken(db, known.linesId)).reduce((sum, lines) => sum + lines, 0)
}
