// The platform's own cryptography says of an envelope what the protocol's says.
import { expect, it } from 'vitest'
import { utf8 } from '../../../src/protocol/bytes.ts'
import { type Envelope, envelopeHash, isSignedBy, linkText, sealLink } from '../../../src/protocol/envelope.ts'
import { PublicKeyJwk } from '../../../src/protocol/signing.ts'
import { checkEnvelopes } from '../../../src/server/actions/check-envelopes.ts'
import { verifyBeside } from '../../../src/server/actions/verify-beside.ts'

const prev = 'A'.repeat(43)
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const

async function newKey() {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  return { ...keys, jwk: PublicKeyJwk.parse(await crypto.subtle.exportKey('jwk', keys.publicKey)) }
}

it('knows every signature of a tablet, those whose numbers begin with zeros among them', async () => {
  const { jwk, privateKey } = await newKey()
  const envelopes: Envelope[] = []
  const beginsWithZero = ({ sig }: Envelope) => {
    const bytes = Buffer.from(sig, 'base64url')
    return bytes[0] === 0 || bytes[32] === 0
  }
  while (envelopes.length < 200 || !envelopes.some(beginsWithZero)) {
    const seq = envelopes.length + 1
    envelopes.push(await sealLink({ seq, prev, body: `{"name":"Lê Thị Hoà ${seq}"}` }, privateKey))
  }
  const { hashes, bodies, signed } = checkEnvelopes(jwk, envelopes)
  expect(await signed).toEqual(envelopes.map(() => true))
  expect(hashes).toEqual(await Promise.all(envelopes.map(envelopeHash)))
  expect(bodies.map((bytes) => Buffer.from(bytes).toString())).toEqual(envelopes.map(({ body }) => body))
})

it('knows none that was altered, cut, made up or made with another key', async () => {
  const [{ jwk, privateKey, publicKey }, stranger] = [await newKey(), await newKey()]
  const good = await sealLink({ seq: 1, prev, body: '{}' }, privateKey)
  const bytes = Buffer.from(good.sig, 'base64url')
  const bent = Buffer.from(bytes)
  bent.writeUInt8(bent.readUInt8(40) ^ 1, 40)
  const bad: Envelope[] = [
    { ...good, body: '{ }' },
    { ...good, seq: 2 },
    { ...good, prev: 'B'.repeat(43) },
    { ...good, sig: bent.toString('base64url') },
    { ...good, sig: good.sig.slice(0, -1) },
    { ...good, sig: '' },
    { ...good, sig: 'A'.repeat(86) },
    { ...good, sig: '_'.repeat(86) },
    { ...good, sig: Buffer.concat([bytes.subarray(32), bytes.subarray(0, 32)]).toString('base64url') },
    await sealLink({ seq: 1, prev, body: '{}' }, stranger.privateKey),
  ]
  expect(await checkEnvelopes(jwk, [good, ...bad]).signed).toEqual([true, ...bad.map(() => false)])
  // By itself each is looked at another way.
  const alone = [good, ...bad].map((each) => checkEnvelopes(jwk, [each]).signed)
  expect(await Promise.all(alone)).toEqual([[true], ...bad.map(() => [false])])
  expect(await Promise.all(bad.map((each) => isSignedBy(publicKey, each)))).toEqual(bad.map(() => false))
})

it('a thread that fails takes down nothing but what it was at: the next batch finds another', async () => {
  const { jwk, privateKey } = await newKey()
  const link = { seq: 1, prev, body: '{}' }
  const { sig } = await sealLink(link, privateKey)
  const task = { ends: [linkText(link).length], signatures: [sig] }
  const noPoint = { ...jwk, x: jwk.y }
  await expect(verifyBeside({ ...task, key: noPoint, bytes: utf8(linkText(link)) })).rejects.toThrow(/./)
  expect(await verifyBeside({ ...task, key: jwk, bytes: utf8(linkText(link)) })).toEqual([true])
})
