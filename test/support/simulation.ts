// One life of two or three tablets and a server, made up from a seed: officers save, the office changes lists, the network
// loses, repeats, delays and cuts, tablets and the server crash, the server comes back from a backup. Then all heals, and
// what must hold is checked.
import { v7 } from 'uuid'
import type { BeneficiaryId } from '../../src/domain/ids.ts'
import { Beneficiary } from '../../src/domain/beneficiary.ts'
import { Entitlement } from '../../src/domain/entitlement.ts'
import { putOnList, takeOffList } from '../../src/server/store/list.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import type { Session } from '../../src/tablet/actions/session.ts'
import { countWaiting } from '../../src/tablet/store/outbox.ts'
import { startPace } from '../../src/tablet/sync/pace.ts'
import { freshMemory } from '../../src/tablet/sync/run.ts'
import { type RunEnd, synchronize } from '../../src/tablet/sync/synchronize.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { dieAfter, isDeath, live } from './dying-storage.ts'
import { feedLines } from './made-up-people.ts'
import { enrolled, type NodeTools, nodeTools, register, unlocked } from './node-tablet.ts'
import { type Fate, type SimulatedNetwork, startSimulatedNetwork } from './simulated-network.ts'
import type { Backup, SimulatedServer } from './simulated-server.ts'
import { checkTablet, type Saved } from './simulation-checks.ts'
import { addEnrolmentCode, addStaff, homeCommune, otherCommune } from './test-server.ts'
import { startVirtualTime, type VirtualTime } from './virtual-time.ts'

export type Life = { seed: number; records: number; crashes: number; restores: number; told: string[] }

/** How bad this life is. */
type Weather = { loss: number; replay: number; cut: number; crash: number; serverCrash: number; restores: boolean }

type Tablet = {
  number: number
  tools: NodeTools
  session: Session
  saved: Saved[]
  /** The run that goes on. */
  run: Promise<RunEnd | 'died'> | null
  ended: RunEnd | 'died' | null
}

type World = {
  server: SimulatedServer
  network: SimulatedNetwork
  chance: Chance
  time: VirtualTime
  weather: Weather
  tablets: Tablet[]
  backup: Backup | null
  people: number
  life: Life
}

const events = 26
const healingRounds = 12

/** Lives one life. @throws Error with the seed and what happened last, when something that must hold does not. */
export async function simulate(server: SimulatedServer, seed: number): Promise<Life> {
  const chance = chanceFrom(seed)
  const time = startVirtualTime(Date.UTC(2026, 10, 23, 1), chance.next)
  await server.renew(time.now)
  const weather = {
    loss: chance.next() * 0.3,
    replay: chance.next() * 0.5,
    cut: chance.next() * 0.1,
    crash: chance.next() * 0.08,
    serverCrash: chance.next() * 0.15,
    restores: chance.happens(0.3),
  }
  const life: Life = { seed, records: 0, crashes: 0, restores: 0, told: [] }
  const network = startSimulatedNetwork(server)
  const world: World = { server, network, chance, time, weather, tablets: [], backup: null, people: 0, life }
  try {
    await settleIn(world)
    for (let event = 0; event < events; event += 1) await happen(world)
    await heal(world)
    for (const tablet of world.tablets) {
      await checkTablet(server, tablet)
      life.records += tablet.saved.length
    }
    return life
  } catch (error) {
    const last = life.told.slice(-40).join('\n  ')
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}\n  ${last}`, {
      cause: error,
    })
  } finally {
    for (const { session } of world.tablets) {
      live(session.profileId)
      session.store.close('locked')
    }
  }
}

async function settleIn(world: World): Promise<void> {
  const { server, chance, time } = world
  const count = chance.happens(0.3) ? 3 : 2
  for (let number = 0; number < count; number += 1) {
    const communes = chance.happens(0.3) ? [homeCommune, otherCommune] : [homeCommune]
    const staff = await addStaff(server, { communes })
    const code = await addEnrolmentCode(server, staff.id)
    const send = world.network.sendOf(number)
    const random = chanceFrom(chance.whole(2 ** 31))
    const newId = () => v7({ msecs: time.now(), random: random.bytes(16) })
    const tools = nodeTools(send, { time, newId })
    const enrolment = enrolled(tools, code)
    await world.network.blocked(number)
    await world.network.decide(number, 'delivered', false)
    const session = await enrolment
    world.tablets.push({ number, tools, session, saved: [], run: null, ended: null })
  }
  await changeList(world)
  world.backup = server.backUp()
}

async function happen(world: World): Promise<void> {
  const { chance, network, tablets, time } = world
  await time.advance(0)
  const tablet = chance.pick(tablets)
  const roll = chance.next()
  if (roll < 0.22) await save(world, tablet)
  else if (roll < 0.4 && tablet.run === null) start(world, tablet)
  else if (roll < 0.45) await changeList(world)
  else if (roll < 0.45 + world.weather.crash) await crash(world, tablet)
  else if (roll < 0.55 && world.weather.restores) await backUpOrRestore(world)
  else if (roll < 0.65 && network.ghosts() > 0) tell(world, await network.deliverGhost(chance.whole(network.ghosts())))
  else await deliverOne(world)
  await rest(world)
}

/** Waits until every tablet that runs asks something or has ended: only then is what comes next decided by the seed alone. */
async function rest({ tablets, network }: World): Promise<void> {
  for (const tablet of tablets) {
    if (tablet.run === null) continue
    await Promise.race([tablet.run, network.blocked(tablet.number)])
    if (tablet.ended !== null) tablet.run = null
  }
}

function tell({ life }: World, what: string): void {
  life.told.push(what)
}

async function save(world: World, tablet: Tablet): Promise<void> {
  const { chance } = world
  const photos = chance.happens(0.35) ? [600 + chance.whole(1500)] : []
  // Now and then something that the server must put in quarantine.
  const data = chance.happens(0.1) ? { data: { person: 'nobody' } } : {}
  if (chance.happens(world.weather.crash / 2)) dieAfter(tablet.session.profileId, chance.whole(6))
  try {
    const saved = await register(tablet.session, photos, { commune: homeCommune, ...data })
    tablet.saved.push({ ...saved, photos: saved.photos.map(({ sha256 }) => sha256) })
    tell(world, `${tablet.number} saves ${saved.seq}`)
  } catch (error) {
    if (!isDeath(error) && !live(tablet.session.profileId)) throw error
    tell(world, `${tablet.number} dies while saving`)
    await reopen(world, tablet)
  } finally {
    live(tablet.session.profileId)
  }
}

function start(world: World, tablet: Tablet, calm = false): void {
  const { chance, time, weather } = world
  const { store, tools } = tablet.session
  const memory = freshMemory()
  if (!calm) {
    memory.mostEnvelopes = 1 + chance.whole(5)
    memory.mostPhotoBytes = 300 + chance.whole(2000)
    memory.pageLines = 1 + chance.whole(12)
  }
  const signal = new AbortController().signal
  const { token } = store.profile
  const line = {
    send: tools.send,
    token,
    app: 'test',
    timers: time.world,
    uptime: time.uptime,
    pace: startPace(20_000),
    signal,
  }
  const storage = { persisted: true, storageUsed: 0, storageQuota: 0, storeTrouble: null }
  if (!calm && chance.happens(weather.crash)) dieAfter(tablet.session.profileId, chance.whole(12))
  tablet.ended = null
  const run = { store, line, memory, now: time.now, tell: () => {} }
  const storageState = () => Promise.resolve(storage)
  const mine = synchronize(run, { enter: () => {}, storageState }).catch((error: unknown) => {
    if (isDeath(error)) return 'died' as const
    throw error
  })
  tablet.run = mine.then((end) => {
    // A run whose tablet has crashed meanwhile is nobody's any more.
    if (tablet.session.store === store) {
      tablet.ended = end
      if (end !== 'died') live(tablet.session.profileId)
    }
    return end
  })
  tell(world, `${tablet.number} syncs`)
}

async function deliverOne(world: World): Promise<void> {
  const { chance, network, server, weather } = world
  await rest(world)
  for (const tablet of world.tablets) if (tablet.ended === 'died') await reopen(world, tablet)
  const waiting = network.waiting()
  if (waiting.length === 0) return
  const from = chance.pick(waiting)
  const roll = chance.next()
  let fate: Fate = 'delivered'
  if (roll < weather.loss) fate = chance.happens(0.5) ? 'lostRequest' : 'lostAnswer'
  else if (roll < weather.loss + weather.cut) fate = chance.happens(0.7) ? 'cutAnswer' : 'portal'
  if (fate !== 'lostRequest' && chance.happens(weather.serverCrash)) {
    // The server dies at some query: whatever it was doing is undone, and nobody hears of it.
    server.failAfter(chance.whole(30))
    const told = await network.decide(from, 'delivered', false)
    tell(world, `${told}${server.failAfter(null) ? ' server crashed' : ''}`)
    return
  }
  tell(world, await network.decide(from, fate, chance.happens(weather.replay)))
}

async function crash(world: World, tablet: Tablet): Promise<void> {
  tell(world, `${tablet.number} crashes`)
  await reopen(world, tablet)
}

async function reopen(world: World, tablet: Tablet): Promise<void> {
  world.life.crashes += 1
  live(tablet.session.profileId)
  world.network.forget(tablet.number)
  const { profileId } = tablet.session
  const before = tablet.session.store
  tablet.run = null
  tablet.ended = null
  before.close('gone')
  tablet.session = await unlocked(tablet.tools, profileId)
}

async function changeList(world: World): Promise<void> {
  const { server, chance } = world
  const at = server.tools.now()
  const commune = chance.happens(0.7) ? homeCommune : otherCommune
  const lines = feedLines(world.people + 3, commune).slice(world.people * 2)
  const beneficiaries = lines.flatMap(({ change }) =>
    change.type === 'beneficiary' ? [Beneficiary.parse(change)] : [],
  )
  const entitlements = lines.flatMap(({ change }) => (change.type === 'entitlement' ? [Entitlement.parse(change)] : []))
  world.people += 3
  const listed = server
    .rows(`select id from beneficiary where commune = '${commune}' and listed = 1 order by id`)
    .map(({ id }) => id as BeneficiaryId)
  const leaving = listed.filter(() => chance.happens(0.2))
  await inTransaction(server.tools.db, (trx) => putOnList(trx, commune, { beneficiaries, entitlements }, at))
  if (leaving.length > 0) await inTransaction(server.tools.db, (trx) => takeOffList(trx, commune, leaving, at))
  tell(world, `office adds ${beneficiaries.length}, takes ${leaving.length} off ${commune}`)
}

async function backUpOrRestore(world: World): Promise<void> {
  const { server, chance, life } = world
  if (world.backup === null || chance.happens(0.5)) {
    world.backup = server.backUp()
    tell(world, 'server is backed up')
    return
  }
  life.restores += 1
  await server.restore(world.backup, `epoch-${life.restores}`)
  tell(world, 'server is restored')
}

/** The network is whole again; late copies still arrive. */
async function heal(world: World): Promise<void> {
  const { network, tablets, server } = world
  server.failAfter(null)
  for (const { session } of tablets) live(session.profileId)
  const left = async () => {
    let sum = 0
    for (const { session } of tablets) {
      const waiting = await countWaiting(session.store)
      sum += waiting.records + waiting.photos
    }
    return sum
  }
  for (let round = 0; round < healingRounds; round += 1) {
    let clean = true
    for (const tablet of tablets) {
      // What was under way may have asked before the last change: only a run that begins now counts.
      await finish(world, tablet)
      start(world, tablet, true)
      const end = await finish(world, tablet)
      if (end === 'died' || end?.kind !== 'done') clean = false
      tell(world, `${tablet.number} ended ${JSON.stringify(end)}`)
    }
    if (clean && network.ghosts() === 0 && (await left()) === 0) return
  }
  throw new Error(`does not come to rest: ${await left()} still waiting`)
}

/** Lets a run go on to its end on a good line. */
async function finish(world: World, tablet: Tablet): Promise<Tablet['ended']> {
  const { network, chance } = world
  for (;;) {
    await rest(world)
    if (tablet.ended === 'died') await reopen(world, tablet)
    if (tablet.run === null) return tablet.ended
    if (network.ghosts() > 0 && chance.happens(0.3)) await network.deliverGhost(chance.whole(network.ghosts()))
    tell(world, await network.decide(tablet.number, 'delivered', false))
  }
}
