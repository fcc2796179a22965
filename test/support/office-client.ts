// The office's interface as a browser would call it.
import type { StaffId } from '../../src/domain/ids.ts'
import { apiBase } from '../../src/protocol/version.ts'
import { signIn, type TestServer } from './test-server.ts'

export type OfficeAnswer = { status: number; body: unknown; text: string; bytes: Buffer; headers: Headers }

/** Calls addresses below `/api/v1/office` as a member of staff. */
export type OfficeClient = (method: string, path: string, body?: unknown) => Promise<OfficeAnswer>

/** Signs a member of staff in. A `Uint8Array` body travels as bytes, anything else as JSON. */
export async function officeClient(server: TestServer, staffId: StaffId): Promise<OfficeClient> {
  const session = await signIn(server, staffId)
  return async (method, path, body) => {
    const isBytes = body instanceof Uint8Array
    const headers: Record<string, string> = { ...session, origin: server.url }
    if (body !== undefined) headers['content-type'] = isBytes ? 'application/octet-stream' : 'application/json'
    const sent = body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }
    const answer = await fetch(`${server.url}${apiBase}/office${path}`, { method, headers, ...sent })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    const isJson = (answer.headers.get('content-type') ?? '').split(';')[0]?.endsWith('json') && !text.includes('}\n{')
    return {
      status: answer.status,
      body: isJson && text !== '' ? (JSON.parse(text) as unknown) : null,
      text,
      bytes,
      headers: answer.headers,
    }
  }
}
