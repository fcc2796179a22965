// Writes down what the present version of the protocol says. Run once when the version was raised: a version that was
// written down is never written again.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { protocolVersion } from '../../src/protocol/version.ts'
import { describeProtocol } from './describe-protocol.ts'

const path = join(import.meta.dirname, `../fixtures/protocol/v${protocolVersion}.json`)
if (existsSync(path)) {
  console.error(
    `Version ${protocolVersion} was written down already. Raise protocolVersion in src/protocol/version.ts first.`,
  )
  process.exit(1)
}
writeFileSync(path, `${JSON.stringify(await describeProtocol(), null, 2)}\n`)
console.log(`Version ${protocolVersion} is written down.`)
