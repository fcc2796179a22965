// A server that is busy is not ill.
import { describe, expect, it } from 'vitest'
import { startTestServer } from '../../support/test-server.ts'

describe('/health', () => {
  it('answers while a long transaction has the embedded database', async () => {
    const server = await startTestServer()
    try {
      const status = await server.tools.db
        .transaction()
        .execute(async () => (await fetch(`${server.url}/health`)).status)
      expect(status).toBe(200)
    } finally {
      await server.stop()
    }
  })

  it('says so when the database is gone', async () => {
    const server = await startTestServer()
    try {
      await server.tools.db.destroy()
      expect((await fetch(`${server.url}/health`)).status).toBe(503)
    } finally {
      await server.stop()
    }
  })
})
