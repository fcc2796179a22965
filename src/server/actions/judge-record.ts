// Whether the body of an envelope keeps the rules. What breaks one is kept apart for the office, never lost.
import type { CommuneCode, StaffId } from '../../domain/ids.ts'
import { may } from '../../domain/permissions.ts'
import type { Role } from '../../domain/role.ts'
import type { QuarantineReason } from '../../protocol/push.ts'
import { RecordBody, RecordKind } from '../../protocol/record.ts'
import { recordFormats } from '../../protocol/records/formats.ts'
import { holdsUnstorableText, isStorableText } from '../storable-text.ts'

/** Whose word it is. */
export type Recorder = { staffId: StaffId; role: Role; communes: readonly CommuneCode[] }

/** What the body says of itself as far as it can be read, and which rules it breaks by itself. */
export type ReadRecord = {
  id: string | null
  kind: RecordKind | null
  commune: string | null
  /** The record when its outer form is right. Its `data` is as it was sent until the format of its kind has read it. */
  record: RecordBody | null
  /** Of the text, the format, the scope and the role; what depends on other records is asked of the store. */
  reasons: QuarantineReason[]
}

const longestId = 100

/** Reads the exact text of a body. */
export function readRecord(body: string, recorder: Recorder): ReadRecord {
  const json = parse(body)
  if (json === undefined) return { id: null, kind: null, commune: null, record: null, reasons: ['not_json'] }
  const id = shortText(memberOf(json, 'id'))
  const kind = RecordKind.safeParse(memberOf(json, 'kind')).data ?? null
  const commune = shortText(memberOf(json, 'commune'))
  const said = { id, kind, commune }
  if (!isStorableText(body) || (mayHideText.test(body) && holdsUnstorableText(json))) {
    return { ...said, record: null, reasons: ['text_not_storable'] }
  }
  if (kind === null && typeof memberOf(json, 'kind') === 'string') {
    return { ...said, record: null, reasons: ['unknown_kind'] }
  }
  const outer = RecordBody.safeParse(json)
  if (!outer.success || kind === null) return { ...said, record: null, reasons: ['bad_record'] }
  const { record, reasons } = readData(outer.data)
  return { ...said, record, reasons: [...reasons, ...placeReasons(record, recorder)] }
}

// Written as an escape in the JSON, such text shows only once it is parsed.
const mayHideText = /\\u(?:0000|[dD][89a-fA-F])/

/** Reads `data` once, here: whoever gives effect to the record finds it in the form that its format gives it. */
function readData(record: RecordBody): { record: RecordBody; reasons: QuarantineReason[] } {
  const format = recordFormats[record.kind][record.v]
  if (!format) return { record, reasons: ['unknown_version'] }
  const read = format.safeParse(record.data)
  return read.success ? { record: { ...record, data: read.data }, reasons: [] } : { record, reasons: ['bad_data'] }
}

function placeReasons(record: RecordBody, recorder: Recorder): QuarantineReason[] {
  const reasons: QuarantineReason[] = []
  if (!recorder.communes.includes(record.commune)) reasons.push('commune_out_of_scope')
  if (!may(recorder.role, 'useTablet')) reasons.push('role_not_allowed')
  return reasons
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function memberOf(json: unknown, name: string): unknown {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, name)
    ? (json as Record<string, unknown>)[name]
    : undefined
}

function shortText(value: unknown): string | null {
  return typeof value === 'string' && value.length <= longestId && isStorableText(value) ? value : null
}
