// Taking in lists: upload, preview, corrections, commit with progress, undo.
import { z } from 'zod'
import type { CommuneCode } from '../../domain/ids.ts'
import type { ExportQuery } from '../../protocol/office/exports.ts'
import {
  CommitLine,
  type ImportChoices,
  ImportPreview,
  ImportsPage,
  LinesPage,
  type LinesQuery,
  type TakenChange,
  UndoAnswer,
} from '../../protocol/office/imports.ts'
import { answerHeader, apiBase } from '../../protocol/version.ts'
import { type Answer, askServer, queryOf } from './ask-server.ts'

export type ImportPlace = { commune: CommuneCode; id: string }

const pathOf = ({ commune, id }: ImportPlace) => `/communes/${commune}/imports/${id}`

/** Uploads a file; nothing of the list changes. */
export function uploadList(commune: CommuneCode, file: File): Promise<Answer<ImportPreview>> {
  const path = `/communes/${commune}/imports${queryOf({ name: file.name.slice(0, 255) })}`
  return askServer(ImportPreview, path, { method: 'POST', bytes: file })
}

/** Imports of the communes in scope, newest first. */
export function listImports(cursor?: string, signal?: AbortSignal): Promise<Answer<ImportsPage>> {
  return askServer(ImportsPage, `/imports${queryOf({ cursor, limit: 20 })}`, { signal })
}

/** An import and how its file is understood. */
export function readImport(place: ImportPlace, signal?: AbortSignal): Promise<Answer<ImportPreview>> {
  return askServer(ImportPreview, pathOf(place), { signal })
}

/** Has the file read again with what a person settled. */
export function chooseColumns(place: ImportPlace, choices: ImportChoices): Promise<Answer<ImportPreview>> {
  return askServer(ImportPreview, `${pathOf(place)}/choices`, { method: 'PUT', body: choices })
}

/** A page of the preview's lines. */
export function readLines(
  place: ImportPlace,
  query: Partial<LinesQuery>,
  signal?: AbortSignal,
): Promise<Answer<LinesPage>> {
  return askServer(LinesPage, `${pathOf(place)}/lines${queryOf(query)}`, { signal })
}

/** Takes or leaves lines. */
export function takeLines(place: ImportPlace, change: TakenChange): Promise<Answer<ImportPreview>> {
  return askServer(ImportPreview, `${pathOf(place)}/taken`, { method: 'PUT', body: change })
}

/** Forgets a preview. */
export function discardImport(place: ImportPlace): Promise<Answer<null>> {
  return askServer(z.null(), pathOf(place), { method: 'DELETE' })
}

/** Takes a committed import back. */
export function undoImport(place: ImportPlace): Promise<Answer<UndoAnswer>> {
  return askServer(UndoAnswer, `${pathOf(place)}/undo`, { method: 'POST' })
}

/** Address of the file as it was uploaded. */
export function originalFileUrl(place: ImportPlace): string {
  return `${apiBase}/office${pathOf(place)}/file`
}

type FileFormat = ExportQuery['format']

/** Address of a commune's list as a file. */
export function listExportUrl(commune: CommuneCode, format: FileFormat): string {
  return `${apiBase}/office/communes/${commune}/list-export${queryOf({ format })}`
}

/** Address of an import's rows that need a look, as a file. */
export function problemsUrl(place: ImportPlace, format: FileFormat): string {
  return `${apiBase}/office${pathOf(place)}/problems${queryOf({ format })}`
}

/** How a commit ended; `unknown` when the line was cut before the last word. */
export type CommitEnd = Exclude<CommitLine, { kind: 'progress' }> | { kind: 'unknown' } | { kind: 'signedOut' }

/** Writes what was taken into the list. @param onProgress told while the server writes. */
export async function commitImport(
  place: ImportPlace,
  onProgress: (done: number, total: number) => void,
): Promise<CommitEnd> {
  let end: CommitEnd = { kind: 'unknown' }
  try {
    const response = await fetch(`${apiBase}/office${pathOf(place)}/commit`, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
    })
    if (response.headers.get(answerHeader) === null || !response.body) return end
    if (response.status === 401) return { kind: 'signedOut' }
    if (!response.ok) return { kind: 'failed' }
    for await (const text of linesOf(response.body)) {
      const line = CommitLine.safeParse(JSON.parse(text))
      if (!line.success) return end
      if (line.data.kind === 'progress') onProgress(line.data.done, line.data.total)
      else end = line.data
    }
  } catch {
    return end
  }
  return end
}

async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const parts = `${rest}${value}`.split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) if (part !== '') yield part
  }
}
