// Lists taken in: upload, preview, corrections, commit with progress, undo, history, the original file.
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { CommuneCode, Uuid } from '../../../domain/ids.ts'
import {
  type CommitLine,
  ImportChoices,
  ImportPreview,
  ImportQuery,
  ImportsPage,
  ImportsQuery,
  LinesPage,
  LinesQuery,
  TakenChange,
  UndoAnswer,
} from '../../../protocol/office/imports.ts'
import { changesMediaType } from '../../../protocol/changes.ts'
import { apiBase } from '../../../protocol/version.ts'
import { commitImport } from '../../actions/commit-import.ts'
import { type PreviewResult, previewAgain, startImport } from '../../actions/preview-import.ts'
import {
  discardPreview,
  importHistory,
  originalFile,
  showImport,
  showLines,
  takeLines,
} from '../../actions/show-imports.ts'
import { fileChangedPeople } from '../../actions/file-changed-people.ts'
import { undoImport } from '../../actions/undo-import.ts'
import { describeError } from '../../log.ts'
import type { ServerTools } from '../../tools.ts'
import { office } from '../access.ts'
import type { App } from '../app-type.ts'
import { officeOf } from '../guard.ts'
import { sendProblem } from '../problems.ts'
import { wholeBody } from '../read-body.ts'

const ofCommune = `${apiBase}/office/communes/:commune/imports`
const one = `${ofCommune}/:id`
const Key = z.object({ commune: CommuneCode, id: Uuid })
type ImportKey = z.infer<typeof Key>
const access = office('importList', 'params')
const tags = ['office']

/** Reading a file takes a thread and memory of its own: so many at once, the next one waits for its turn outside. */
const readersAtOnce = 2

function oneAtATime(places: number) {
  let taken = 0
  return async <T>(reply: FastifyReply, work: () => Promise<T>): Promise<T | FastifyReply> => {
    if (taken >= places) return sendProblem(reply.header('retry-after', '5'), 'unavailable')
    taken += 1
    try {
      return await work()
    } finally {
      taken -= 1
    }
  }
}

/** Adds the addresses of imports. */
export function importRoutes(app: App, tools: ServerTools): void {
  const withPlace = oneAtATime(readersAtOnce)
  // Commits of this process that run now, by import.
  const running = new Map<string, { done: number; total: number }>()

  async function shown(key: ImportKey): Promise<ImportPreview | null> {
    const preview = await showImport(tools, key)
    return preview && { ...preview, running: running.get(key.id) ?? null }
  }

  async function answerPreview(reply: FastifyReply, status: 200 | 201, commune: CommuneCode, result: PreviewResult) {
    switch (result.kind) {
      case 'badFile':
        return sendProblem(reply, 'bad_file', { reason: result.problem })
      case 'notFound':
        return sendProblem(reply, 'not_found')
      case 'notAPreview':
        return sendProblem(reply, 'already_decided')
      case 'preview':
        return reply.code(status).send(await shown({ commune, id: result.id }))
    }
  }

  app.post(
    ofCommune,
    {
      config: { access },
      bodyLimit: tools.settings.limits.importBytes,
      schema: {
        tags,
        summary: 'Upload a list (XLSX, XLS or CSV as application/octet-stream) and see what it would change',
        params: z.object({ commune: CommuneCode }),
        querystring: ImportQuery,
        response: { 201: ImportPreview },
      },
    },
    async (request, reply) => {
      const bytes = await wholeBody(request.body, tools.settings.limits.importBytes)
      const { commune } = request.params
      return withPlace(reply, async () =>
        answerPreview(
          reply,
          201,
          commune,
          await startImport(tools, officeOf(request), { commune, name: request.query.name, bytes }),
        ),
      )
    },
  )

  app.get(
    `${apiBase}/office/imports`,
    {
      config: { access: office('importList', 'query') },
      schema: {
        tags,
        summary: 'History of imports in scope',
        querystring: ImportsQuery,
        response: { 200: ImportsPage },
      },
    },
    (request) => importHistory(tools, officeOf(request), request.query),
  )

  app.get(
    one,
    {
      config: { access },
      schema: { tags, summary: 'An import and its preview', params: Key, response: { 200: ImportPreview } },
    },
    async (request, reply) => (await shown(request.params)) ?? sendProblem(reply, 'not_found'),
  )

  app.put(
    `${one}/choices`,
    {
      config: { access },
      schema: {
        tags,
        summary: 'Correct how the file is understood: sheet, columns, programme, categories',
        params: Key,
        body: ImportChoices,
        response: { 200: ImportPreview },
      },
    },
    async (request, reply) =>
      withPlace(reply, async () =>
        answerPreview(
          reply,
          200,
          request.params.commune,
          await previewAgain(tools, officeOf(request), request.params, request.body),
        ),
      ),
  )

  app.get(
    `${one}/lines`,
    {
      config: { access },
      schema: {
        tags,
        summary: 'The preview row by row',
        params: Key,
        querystring: LinesQuery,
        response: { 200: LinesPage },
      },
    },
    async (request, reply) =>
      (await showLines(tools, request.params, request.query)) ?? sendProblem(reply, 'not_found'),
  )

  app.put(
    `${one}/taken`,
    {
      config: { access },
      schema: {
        tags,
        summary: 'Take or leave lines',
        params: Key,
        body: TakenChange,
        response: { 200: ImportPreview },
      },
    },
    async (request, reply) => {
      const done = await takeLines(tools, request.params, request.body)
      if (done === 'notAPreview') return sendProblem(reply, 'already_decided')
      return (done === 'done' ? await shown(request.params) : null) ?? sendProblem(reply, 'not_found')
    },
  )

  app.post(
    `${one}/commit`,
    {
      config: { access },
      // Packed answers wait until enough has gathered; progress must not.
      compress: false,
      schema: {
        tags,
        summary: 'Write everything that was taken, or nothing; NDJSON with progress and one last word (CommitLine)',
        params: Key,
        produces: [changesMediaType],
      },
    },
    async (request, reply) => {
      const stream = new Readable({ read: () => {} })
      const tell = (line: CommitLine) => stream.push(`${JSON.stringify(line)}\n`)
      const { id } = request.params
      void commitImport(tools, officeOf(request), request.params, (done, total) => {
        running.set(id, { done, total })
        tell({ kind: 'progress', done, total })
      })
        .finally(() => running.delete(id))
        .then(tell)
        .catch((error: Error) => {
          request.log.error({ ...describeError(error), route: request.routeOptions.url }, 'failed')
          tell({ kind: 'failed' })
        })
        .finally(() => stream.push(null))
        // The next search would, and somebody would wait for it.
        .then(() => fileChangedPeople(tools, [request.params.commune]))
        .catch((error: Error) => request.log.error(describeError(error), 'failed to file people'))
      return reply.header('content-type', changesMediaType).send(stream)
    },
  )

  app.post(
    `${one}/undo`,
    {
      config: { access },
      schema: { tags, summary: 'Take a committed import back', params: Key, response: { 200: UndoAnswer } },
    },
    (request) => undoImport(tools, officeOf(request), request.params),
  )

  app.delete(
    one,
    { config: { access }, schema: { tags, summary: 'Forget a preview', params: Key, response: { 204: z.null() } } },
    async (request, reply) => {
      const done = await discardPreview(tools, request.params)
      if (done === 'done') return reply.code(204).send(null)
      return sendProblem(reply, done === 'notFound' ? 'not_found' : 'already_decided')
    },
  )

  app.get(
    `${one}/file`,
    { config: { access }, schema: { tags, summary: 'The file as it was uploaded', params: Key } },
    async (request, reply) => {
      const file = await originalFile(tools, officeOf(request), request.params)
      if (file === null) return sendProblem(reply, 'not_found')
      return reply
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(Buffer.from(file.bytes))
    },
  )
}
