// Who has which delivery of a month. The present officer stands with the person of the list, the history here.
import type { BeneficiaryId, CommuneCode } from '../../domain/ids.ts'
import type { Period } from '../../domain/payment/period.ts'
import { rowInserter } from './insert-rows.ts'
import type { AssignmentTable } from './payment-tables.ts'
import type { Reader, Trx } from './transaction.ts'

const insert = rowInserter('assignment', ['commune', 'id', 'period', 'beneficiary_id', 'staff_id', 'at', 'assigned_by'])

/** Adds to the history. */
export function addAssignments(trx: Trx, rows: readonly AssignmentTable[]): Promise<void> {
  return insert(trx, rows)
}

/** The history of one delivery, oldest first. */
export function assignmentHistory(db: Reader, commune: CommuneCode, period: Period, person: BeneficiaryId) {
  return db
    .selectFrom('assignment')
    .select(['staff_id', 'at', 'assigned_by'])
    .where('commune', '=', commune)
    .where('period', '=', period)
    .where('beneficiary_id', '=', person)
    .orderBy('at')
    .orderBy('id')
    .execute()
}
