// The worker's side: one file after the other, each read, understood and compared. It holds no database and no keys.
import { createHash } from 'node:crypto'
import { getHeapStatistics } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import type { ListedPerson } from '../../domain/list-import/compare-with-list.ts'
import { headingKey } from '../../domain/list-import/heading-key.ts'
import type { ImportChoices } from '../../protocol/office/imports.ts'
import { manyIds } from './many-ids.ts'
import { planLines, type PlannedLine } from './plan-lines.ts'
import { type ListFile, type ListTask, understandFile } from './understand-file.ts'
import type { Compared, FromWorker, KnownPart, ToWorker } from './worker-words.ts'

const linesAtOnce = 500
/** Parts that may be made before the first of them is written. */
const partsAhead = 2

const port = parentPort
if (port === null) throw new Error('this runs as a worker')

const tell = (words: FromWorker) => port.postMessage(words)

const said: ToWorker[] = []
let wake = () => {}
port.on('message', (words: ToWorker) => {
  said.push(words)
  wake()
})

/** The server's next words. */
async function hear(): Promise<ToWorker> {
  for (let words = said.shift(); ; words = said.shift()) {
    if (words !== undefined) return words
    await new Promise<void>((resolve) => (wake = resolve))
  }
}

/** What a file needed is not held on to for as long as the next one lets wait. */
const largestToStay = 96 * 1024 * 1024

function mayStay(): boolean {
  const { total_heap_size: heap, external_memory: outside } = getHeapStatistics()
  return heap + outside <= largestToStay
}

function fingerprintOf(file: Extract<ListFile, { kind: 'list' }>): string | null {
  const key = headingKey(file.reading.heading)
  return key === null ? null : createHash('sha256').update(key).digest('hex')
}

/** Reads once; a second time where the heading is one about which something was settled before. */
function read(task: ListTask): { file: ListFile; heading: string | null; choices: ImportChoices; remembered: boolean } {
  const file = understandFile(task)
  const heading = file.kind === 'bad' ? null : fingerprintOf(file)
  const habit = heading === null ? undefined : task.habits[heading]
  if (habit === undefined) return { file, heading, choices: task.choices, remembered: false }
  const choices = { ...habit, ...task.choices }
  return { file: understandFile({ ...task, choices }), heading, choices, remembered: true }
}

function listOf(parts: readonly KnownPart[]): ListedPerson[] {
  const rights = new Map<string, Entitlement[]>()
  for (const text of parts.flatMap((part) => part.rights)) {
    const right = JSON.parse(text) as Entitlement
    const known = rights.get(right.beneficiary)
    if (known) known.push(right)
    else rights.set(right.beneficiary, [right])
  }
  return parts.flatMap(({ people }) =>
    people.map((text) => {
      const beneficiary = JSON.parse(text) as Beneficiary
      return { beneficiary, entitlements: rights.get(beneficiary.id) ?? [] }
    }),
  )
}

async function compareAndTell(
  file: Extract<ListFile, { kind: 'list' }>,
  parts: readonly KnownPart[],
  { commune, idsElsewhere }: Compared,
): Promise<void> {
  const people = listOf(parts)
  const newId = manyIds()
  const { summary, lines } = planLines(file, {
    commune,
    people,
    idsElsewhere: new Set(idsElsewhere),
    newId,
  })
  let some: PlannedLine[] = []
  let ahead = 0
  const tellSome = async () => {
    // Lines are made while those before them are written.
    if (ahead === partsAhead) await hear()
    else ahead += 1
    tell({ kind: 'lines', lines: some })
    some = []
  }
  for (const line of lines) {
    some.push(line)
    if (some.length === linesAtOnce) await tellSome()
  }
  if (some.length > 0) await tellSome()
  for (; ahead > 0; ahead -= 1) await hear()
  tell({ kind: 'summary', summary, mayStay: mayStay() })
}

async function serve(task: ListTask): Promise<void> {
  const { file, ...facts } = read(task)
  if (file.kind === 'bad') return tell({ ...file, mayStay: mayStay() })
  tell({ kind: 'read', ids: file.reading.rows.flatMap(({ idNumber }) => idNumber ?? []), ...facts })
  const parts: KnownPart[] = []
  for (;;) {
    const words = await hear()
    if (words.kind === 'known') parts.push({ people: words.people, rights: words.rights })
    if (words.kind === 'compare') return compareAndTell(file, parts, words)
  }
}

for (;;) {
  const words = await hear()
  if (words.kind === 'task') await serve(words.task)
}
