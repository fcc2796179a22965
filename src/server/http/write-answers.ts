// Answers leave through their schema: what it does not name (a hash, a column of another commune) cannot slip out.
import type { FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import type { App } from './app-type.ts'

/** Sets how answers are written. */
export function writeAnswers(app: App): void {
  app.setSerializerCompiler(({ schema }: Parameters<FastifySchemaCompiler<unknown>>[0]) => {
    if (!(schema instanceof z.ZodType)) throw new Error('an answer is described by a zod schema')
    return (answer: unknown) => JSON.stringify(schema.parse(answer))
  })
}
