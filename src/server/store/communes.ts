// Communes by their code and name.
import type { CommuneCode } from '../../domain/ids.ts'
import type { CommuneRef } from '../../protocol/enrolment.ts'
import type { Reader } from './transaction.ts'

/** These communes with their names, by code. */
export async function communesByCode(db: Reader, codes: readonly CommuneCode[]): Promise<CommuneRef[]> {
  if (codes.length === 0) return []
  return db.selectFrom('commune').select(['code', 'name']).where('code', 'in', codes).orderBy('code').execute()
}
