// The office's half of a month of payments, over the addresses that its screens call.
import { expect } from 'vitest'
import type { BeneficiaryId, StaffId } from '../../src/domain/ids.ts'
import type { Period } from '../../src/domain/payment/period.ts'
import { type MatterRow, MattersAnswer } from '../../src/protocol/office/period-people.ts'
import { DraftAnswer, PeriodDetail, PeriodStepAnswer } from '../../src/protocol/office/periods.ts'
import { Reconciliation } from '../../src/protocol/office/reconciliation.ts'
import { type OfficeClient, officeClient } from './office-client.ts'
import { payingActor } from './paying.ts'
import { homeCommune, type TestServer } from './test-server.ts'

export type PayingOffice = {
  /** Drafts, checks and locks a month. */
  lock: (period: Period) => Promise<void>
  assign: (
    period: Period,
    staff: StaffId,
    whom: { hamlets?: string[]; beneficiaries?: BeneficiaryId[] },
  ) => Promise<void>
  step: (period: Period, step: 'check' | 'lock' | 'finish' | 'close') => Promise<PeriodStepAnswer>
  books: (period: Period) => Promise<Reconciliation>
  matters: (period: Period) => Promise<MatterRow[]>
  /** Says of everything that is open that it was settled. */
  settleAll: (period: Period, note: string) => Promise<void>
  detail: (period: Period) => Promise<PeriodDetail>
}

/** Somebody who manages payments of the home commune, signed in. */
export async function openPayingOffice(server: TestServer): Promise<PayingOffice> {
  const ask = await officeClient(server, (await payingActor(server)).staffId)
  return officeOver(ask)
}

function officeOver(ask: OfficeClient): PayingOffice {
  const of = (period: Period, path = '') => `/communes/${homeCommune}/periods/${period}${path}`
  const well = async (...order: Parameters<OfficeClient>) => {
    const { status, body, text } = await ask(...order)
    expect({ status, text: status === 200 ? '' : text }).toEqual({ status: 200, text: '' })
    return body
  }
  const detail = async (period: Period) => PeriodDetail.parse(await well('GET', of(period)))
  const step: PayingOffice['step'] = async (period, name) => {
    const { version } = await detail(period)
    return PeriodStepAnswer.parse(await well('POST', of(period, `/${name}`), { version }))
  }
  const matters = async (period: Period) => MattersAnswer.parse(await well('GET', of(period, '/matters'))).items
  return {
    detail,
    step,
    matters,
    async lock(period) {
      DraftAnswer.parse(await well('POST', of(period, '/draft'), { version: null, import: null }))
      await step(period, 'check')
      await step(period, 'lock')
    },
    async assign(period, staff, whom) {
      await well('POST', of(period, '/assignments'), { staff, ...whom })
    },
    books: async (period) => Reconciliation.parse(await well('GET', of(period, '/reconciliation'))),
    async settleAll(period, note) {
      for (const { beneficiary, record, open } of await matters(period)) {
        const decision = { kind: 'settle', record, flags: open, note }
        await well('POST', of(period, `/people/${beneficiary}/decision`), decision)
      }
    },
  }
}
