import { beforeEach, describe, expect, it } from 'vitest'
import { ballastBytes, freeBallast, layBallast } from '../../../src/tablet/store/ballast.ts'
import type { TabletDatabase } from '../../../src/tablet/store/tablet-database.ts'
import { startModelServer } from '../../support/model-server.ts'
import { enrolled, nodeTools, type NodeTools } from '../../support/node-tablet.ts'

const server = startModelServer()
let db: TabletDatabase
let tools: NodeTools

async function weights(): Promise<number[]> {
  const rows = await db.ballast.toArray()
  return rows.map(({ weight }) => (weight instanceof Blob ? weight.size : weight.length))
}

beforeEach(async () => {
  tools = nodeTools(server.send)
  const session = await enrolled(tools, server.newCode())
  db = session.store.db
})

describe('the ballast', () => {
  it('lies there from the enrolment on, is given back whole, once, and laid in again', async () => {
    expect(await weights()).toEqual([ballastBytes])
    expect(await freeBallast(db)).toBe(true)
    expect(await weights()).toEqual([])
    expect(await freeBallast(db)).toBe(false)
    expect(await layBallast({ db, tools })).toBe(true)
    expect(await layBallast({ db, tools })).toBe(true)
    expect(await weights()).toEqual([ballastBytes])
  })

  it('of an earlier release is made whole; while there is no room for that it stays as it is', async () => {
    await db.ballast.clear()
    await db.ballast.put({ id: 1, weight: new Blob([new Uint8Array(1000)]) })
    const refuse = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
    db.ballast.hook('creating', refuse)
    expect(await layBallast({ db, tools })).toBe(false)
    expect(await weights()).toEqual([1000])
    db.ballast.hook('creating').unsubscribe(refuse)
    expect(await layBallast({ db, tools })).toBe(true)
    expect(await weights()).toEqual([ballastBytes])
  })

  it('asks the disk before it is laid, and not at each unlocking once it lies there', async () => {
    const asked: number[] = []
    tools.roomFor = (bytes) => {
      asked.push(bytes)
      return Promise.resolve(false)
    }
    expect(await layBallast({ db, tools })).toBe(true)
    expect(asked).toEqual([])
    await freeBallast(db)
    expect(await layBallast({ db, tools })).toBe(false)
    expect([asked, await weights()]).toEqual([[ballastBytes], []])
  })
})
