import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { oldestServedVersion, protocolVersion } from '../../src/protocol/version.ts'
import { describeProtocol } from './describe-protocol.ts'

const pathOf = (version: number) => join(import.meta.dirname, `../fixtures/protocol/v${version}.json`)

describe('the version of the protocol', () => {
  it('is raised when a message changes', async () => {
    const recorded: unknown = JSON.parse(readFileSync(pathOf(protocolVersion), 'utf8'))
    expect(
      await describeProtocol(),
      `A message of version ${protocolVersion} changed, and tablets in the field speak it. Raise protocolVersion in
       src/protocol/version.ts, keep serving the old one, say so in docs/protocol.md, then run
       "node test/protocol/record-protocol.ts". (A record format is never changed: add the next version beside it.)`,
    ).toEqual(recorded)
  })

  it('has its history: every version still served is written down', () => {
    const served = Array.from({ length: protocolVersion - oldestServedVersion + 1 }, (_, i) => oldestServedVersion + i)
    expect(served.filter((version) => !existsSync(pathOf(version)))).toEqual([])
  })

  it('covers the messages that travel', async () => {
    const names = Object.keys(await describeProtocol())
    expect(names).toEqual(
      expect.arrayContaining([
        'push.ts#PushRequest',
        'record.ts#RecordBody',
        'records/registration.ts#RegistrationV1',
        'changes.ts#ChangeLine',
      ]),
    )
  })
})
