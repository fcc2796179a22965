// A file read and compared without anything being written: what an import would do.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CommuneCode } from '../../domain/ids.ts'
import type { ListFileProblem } from '../../domain/list-import/list-file-problem.ts'
import type { ImportChoices, ImportLine, ImportSummary } from '../../protocol/office/imports.ts'
import type { ServerActor } from '../actor.ts'
import { openList } from '../list-reading/read-list-file.ts'
import { habitsOf } from '../store/import-habits.ts'
import { idsOnOtherLists, listedThings } from '../store/list-people.ts'
import type { ServerTools } from '../tools.ts'
import { yearIn } from './preview-import.ts'
import { type ImportReport, importReport } from './report-import.ts'

export type TriedImport =
  { kind: 'report'; report: ImportReport; summary: ImportSummary } | { kind: 'badFile'; problem: ListFileProblem }

/** @param tools.db null: there is no list yet. */
export async function tryImport(
  tools: { db: ServerTools['db'] | null; now: ServerTools['now'] },
  actor: ServerActor,
  { commune, bytes, choices }: { commune: CommuneCode; bytes: Uint8Array; choices: ImportChoices },
): Promise<TriedImport> {
  const { db } = tools
  const habits = db === null ? {} : await habitsOf(db, commune)
  const list = await openList({ bytes, choices, habits, year: yearIn(tools) })
  try {
    if (list.kind === 'bad') return { kind: 'badFile', problem: list.problem }
    for await (const part of db === null ? [] : listedThings(db, commune)) list.know(part)
    const scope = { commune, scope: actor.communes }
    const elsewhere = db === null ? new Set<string>() : await idsOnOtherLists(db, list.ids, scope)
    const lines: ImportLine[] = []
    const summary = await list.compare({ commune, idsElsewhere: [...elsewhere] }, async (some) => {
      for (const { line } of some) lines.push(JSON.parse(line) as ImportLine)
      await nextTurn()
    })
    const report = importReport(summary)
    for (const line of lines) report.add(line)
    return { kind: 'report', report: report.finish(), summary }
  } finally {
    await list.close()
  }
}
