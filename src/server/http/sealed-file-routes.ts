// POST /office/sealed-files: the office takes in what a tablet wrote to a file.
import { SealedFileAnswer } from '../../protocol/office/sealed-files.ts'
import { apiBase } from '../../protocol/version.ts'
import { takeSealedFile } from '../actions/take-sealed-file.ts'
import type { ServerTools } from '../tools.ts'
import { office } from './access.ts'
import type { App } from './app-type.ts'
import { officeOf } from './guard.ts'
import { sendProblem } from './problems.ts'
import { bytesOf } from './read-body.ts'

/** Adds the address at which sealed files are taken in. */
export function sealedFileRoutes(app: App, tools: ServerTools): void {
  app.post(
    `${apiBase}/office/sealed-files`,
    {
      config: { access: office('takeSealedFiles', 'thing') },
      schema: {
        tags: ['office'],
        summary: 'Take in a file *.tannha (application/octet-stream)',
        response: { 200: SealedFileAnswer },
      },
    },
    async (request, reply) => {
      const result = await takeSealedFile(tools, officeOf(request), bytesOf(request.body))
      switch (result.kind) {
        case 'taken':
          return result.answer
        case 'badFile':
          return sendProblem(reply, 'bad_file')
        case 'badEscrow':
          return sendProblem(reply, 'bad_escrow')
        case 'notFound':
          return sendProblem(reply, 'not_found')
        case 'tooLarge':
          return sendProblem(reply, 'too_large')
      }
    },
  )
}
