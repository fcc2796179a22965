// A record that was accepted, as those who give effect to it see it.
import type { ProfileId, StaffId } from '../domain/ids.ts'
import type { RecordBody } from '../protocol/record.ts'

/** Who said it, and on which tablet. */
export type Author = { profileId: ProfileId; staffId: StaffId }

export type Fact<Data> = {
  /** Its place in the author's chain. */
  seq: number
  record: RecordBody
  /** `record.data` as the format of its kind and version gave it. */
  data: Data
}
