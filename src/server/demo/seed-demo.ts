// Fills an empty data folder with a made-up ward and two weeks of its work, through the same actions as everybody's.
import type { StaffId } from '../../domain/ids.ts'
import type { Paper } from '../../domain/paper.ts'
import type { ReviewDecision } from '../../protocol/office/registrations.ts'
import { commitImport } from '../actions/commit-import.ts'
import { createFirstAdministrator } from '../actions/create-first-administrator.ts'
import { issueSetupSecret } from '../actions/issue-setup-secret.ts'
import { createStaff } from '../actions/manage-staff.ts'
import { makeEnrolmentCode } from '../actions/manage-tablets.ts'
import { startImport } from '../actions/preview-import.ts'
import { reviewRegistration } from '../actions/review-registration.ts'
import type { OfficeActor } from '../actor.ts'
import { scopeOf } from '../store/find-actor.ts'
import { peopleOfCommune } from '../store/list-people.ts'
import { putReport } from '../store/profiles.ts'
import { findStaffByUsername } from '../store/staff.ts'
import type { ServerTools } from '../tools.ts'
import { demoAdministrator, demoStaff, demoWard } from './demo-accounts.ts'
import type { DemoClock } from './demo-clock.ts'
import { seedMonths } from './demo-months.ts'
import { type DemoRegistration, registrationOf } from './demo-registrations.ts'
import { type DemoTablet, enrolDemoTablet } from './demo-tablet.ts'
import { wardListFile } from './ward-list-file.ts'
import { wardPeople } from './ward-people.ts'

async function actorOf(tools: ServerTools, username: string): Promise<OfficeActor> {
  const staff = await findStaffByUsername(tools.db, username)
  if (!staff) throw new Error(`the demo has no ${username}`)
  const communes = await scopeOf(tools.db, staff)
  return { kind: 'office', staffId: staff.id, name: staff.name, username, role: staff.role, communes, sessionHash: '' }
}

async function makeStaff(tools: ServerTools): Promise<void> {
  const secret = (await issueSetupSecret(tools)) ?? ''
  const { username, name, password } = demoAdministrator
  const first = await createFirstAdministrator(tools, { secret, username, name, password })
  if (first.kind !== 'created') throw new Error(`the demo has no administrator: ${first.kind}`)
  const administrator = await actorOf(tools, demoAdministrator.username)
  const made = await Promise.all(
    demoStaff.map((member) =>
      createStaff(tools, administrator, { ...member, allCommunes: false, communes: [demoWard] }),
    ),
  )
  const refused = made.find((result) => result.kind !== 'done')
  if (refused) throw new Error(`the demo has no staff: ${refused.kind}`)
}

async function importWard(tools: ServerTools, reviewer: OfficeActor): Promise<void> {
  const upload = {
    commune: demoWard,
    name: 'Danh sách chi trả tháng 11-2026 (dữ liệu mẫu).csv',
    bytes: wardListFile(wardPeople()),
  }
  const preview = await startImport(tools, reviewer, upload)
  if (preview.kind !== 'preview') throw new Error(`the demo's list was not read: ${preview.kind}`)
  const result = await commitImport(tools, reviewer, { commune: demoWard, id: preview.id })
  if (result.kind !== 'committed') throw new Error(`the demo's list was not taken in: ${result.kind}`)
}

async function newCode(tools: ServerTools, by: OfficeActor, staffId: StaffId): Promise<string> {
  const result = await makeEnrolmentCode(tools, by, staffId)
  if (result.kind !== 'made') throw new Error(`the demo has no enrolment code: ${result.kind}`)
  return result.code.code
}

async function enrol(tools: ServerTools, by: OfficeActor, username: string, name: string): Promise<DemoTablet> {
  const { staffId, communes } = await actorOf(tools, username)
  return enrolDemoTablet(tools, await newCode(tools, by, staffId), name, communes)
}

async function report(tools: ServerTools, { actor }: DemoTablet, recordsWaiting: number): Promise<void> {
  const storage = { persisted: true, storageUsed: 18_400_000, storageQuota: 2_400_000_000, storeTrouble: null }
  await putReport(tools.db, actor.profileId, { app: 'demo', recordsWaiting, photosWaiting: 0, ...storage }, tools.now())
}

const note = null
const accept: Omit<Extract<ReviewDecision, { decision: 'accept' }>, 'version'> = {
  decision: 'accept',
  note,
  keep: [],
  linkTo: null,
}
const ask = (words: string, ...papers: Paper[]) => ({ decision: 'needPapers', note: words, papers }) as const

/** What the office said, by the number of the visit; the rest still waits for its review. */
const decisions: Readonly<
  Record<number, typeof accept | ReturnType<typeof ask> | { decision: 'reject'; note: string }>
> = {
  1: accept,
  2: ask('Ảnh mặt sau thẻ chưa có, đề nghị chụp bổ sung.', 'cardBack'),
  3: accept,
  4: accept,
  6: accept,
  7: ask('Chưa thấy số điện thoại của người nhận.', 'phone'),
  9: accept,
  10: { decision: 'reject', note: 'Trùng với hồ sơ đã lập ở khu vực khác.' },
  11: accept,
  12: ask('Chưa có thẻ căn cước, đã chuyển công an phường lập danh sách cấp thẻ.', 'citizenId'),
  14: accept,
  15: ask('Ảnh mặt trước thẻ bị mờ số.', 'cardFront', 'cardBack'),
}

const visits = 24
/** The people with drawn cards come last, so that the review queue begins with legible pictures. */
const picturedFrom = 18

async function visit(
  tools: ServerTools,
  clock: DemoClock,
  tablets: readonly [DemoTablet, DemoTablet],
  reviewer: OfficeActor,
): Promise<void> {
  const people = (await peopleOfCommune(tools.db, demoWard)).toSorted((a, b) =>
    (a.beneficiary.fileCode ?? '').localeCompare(b.beneficiary.fileCode ?? ''),
  )
  const made: DemoRegistration[] = []
  for (let turn = 0; turn < visits; turn += 1) {
    const place = turn >= picturedFrom ? turn - picturedFrom : 20 + turn * 17
    const person = people[place]
    if (!person) throw new Error('the demo has too few people')
    clock.goBack(11 - Math.floor(turn / 2.4), 8 + (turn % 3) * 2)
    made.push(registrationOf({ id: tools.newId(), at: clock.now(), commune: demoWard, person, turn }))
  }
  clock.goBack(2, 10)
  made.push(registrationOf({ ...strangerVisit(tools, clock), turn: 5 }))
  clock.goBack(1, 9)
  const asked = made[15]
  const again = people[20 + 15 * 17]
  if (asked && again)
    made.push(
      registrationOf({
        id: tools.newId(),
        at: clock.now(),
        commune: demoWard,
        person: again,
        turn: 21,
        amends: asked.id,
      }),
    )
  // The same tablet that registered somebody also sends the newer word on it.
  const tabletOf = (index: number) => tablets[(index === made.length - 1 ? 15 : index) % 2] as DemoTablet
  for (const [index, registration] of made.entries()) {
    clock.goBack(Math.max(0, 11 - Math.floor(index / 2.4)), 17)
    const tablet = tabletOf(index)
    await tablet.push([registration.body])
    for (const picture of registration.pictures) await tablet.sendPhoto(picture)
    const decision = decisions[index]
    if (decision === undefined) continue
    const result = await reviewRegistration(tools, reviewer, registration.id, { ...decision, version: 0 })
    if (result.kind !== 'decided') throw new Error(`the demo's review was refused: ${result.kind}`)
  }
  // One record in a format of tomorrow's app: it stays in quarantine for the office to decide.
  const early = people[500]
  if (early) {
    const { body } = registrationOf({ id: tools.newId(), at: clock.now(), commune: demoWard, person: early, turn: 8 })
    await tablets[0].push([{ ...body, v: 2 }])
  }
}

function strangerVisit(tools: ServerTools, clock: DemoClock) {
  const beneficiary = {
    id: tools.newId(),
    commune: demoWard,
    name: 'Thạch Thị Sương Mai',
    birth: '1951-04-30',
    sex: 'F',
    idNumber: '092151998877',
    oldIdNumber: null,
    fileCode: null,
    phone: '0900099887',
    phoneOwner: 'self',
    permanentAddress: 'Số 7, khu vực Bình Phó',
    currentAddress: null,
    hamlet: 'Bình Phó',
    verification: 'notYet',
    method: null,
    account: 'none',
    substitute: null,
  } as unknown as Parameters<typeof registrationOf>[0]['person']['beneficiary']
  return {
    id: tools.newId(),
    at: clock.now(),
    commune: demoWard,
    person: { beneficiary, entitlements: [] },
    isStranger: true,
  }
}

export type SeededDemo = {
  /** For tablets: the first ward officer's codes first, then those of the others in the order of `codesReady`. */
  enrolmentCodes: string[]
  /** For the payment officer's tablet; not among the others. */
  paymentCode: string
}

const codesReady = [
  ['canbo1', 21],
  ['canbo2', 8],
  ['chitra', 8],
] as const

/** Makes the ward, its staff, its tablets and its history; the clock shows the real time again afterwards. */
export async function seedDemo(tools: ServerTools, clock: DemoClock): Promise<SeededDemo> {
  clock.goBack(100, 8)
  await makeStaff(tools)
  const reviewer = await actorOf(tools, 'xetduyet')
  await importWard(tools, reviewer)
  clock.goBack(95, 9)
  const first = await enrol(tools, reviewer, 'canbo1', 'Máy tính bảng khu vực Bình Dương')
  const second = await enrol(tools, reviewer, 'canbo2', 'Máy tính bảng khu vực Bình Nhựt')
  const third = await enrol(tools, reviewer, 'chitra', 'Máy của bưu tá')
  const spare = await enrol(tools, reviewer, 'canbo2', 'Máy dự phòng')
  await seedMonths({ tools, clock, reviewer }, { postman: third, wardOfficer: first, secondOfficer: second })
  clock.goBack(12, 9)
  await visit(tools, clock, [first, second], reviewer)
  clock.goBack(8, 16)
  await report(tools, spare, 3)
  clock.return()
  await report(tools, third, 0)
  await report(tools, first, 0)
  await report(tools, second, 2)
  const enrolmentCodes: string[] = []
  for (const [username, count] of codesReady) {
    const { staffId } = await actorOf(tools, username)
    for (let made = 0; made < count; made += 1) enrolmentCodes.push(await newCode(tools, reviewer, staffId))
  }
  const postman = await actorOf(tools, 'chitra')
  return { enrolmentCodes, paymentCode: await newCode(tools, reviewer, postman.staffId) }
}
