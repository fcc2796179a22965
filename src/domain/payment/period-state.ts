// What becomes of a month's paying list. The picture stands beside this file: period-state.md.
import { z } from 'zod'

/**
 * `draft`: being put together · `checked`: no problem that stops it, nothing changed since · `locked`: being paid; changes
 * only as recorded corrections · `paid`: the signed list and the rest of the money came back · `closed`: the unpaid went
 * on to the next month.
 */
export const PeriodState = z.enum(['draft', 'checked', 'locked', 'paid', 'closed'])
export type PeriodState = z.infer<typeof PeriodState>

export const PeriodStep = z.enum(['check', 'change', 'lock', 'finish', 'close'])
export type PeriodStep = z.infer<typeof PeriodStep>

/** What has to be known before a step. */
export type PeriodSurroundings = {
  /** Problems of the last check that stop a list. */
  blocking: number
  /** State of the list before this one; null when there is none. */
  before: PeriodState | null
  /** Double payments, voids and differences that nobody has settled. */
  openMatters: number
}

export type StepAnswer =
  | { kind: 'goes'; to: PeriodState }
  /** There is no such step from here. */
  | { kind: 'refused'; because: 'wrongState' | 'blockingProblems' | 'openMatters' | 'earlierNotClosed' }

const refused = (because: Extract<StepAnswer, { kind: 'refused' }>['because']): StepAnswer => ({
  kind: 'refused',
  because,
})

/** Whether a list may take a step, and where it comes to. The only place that says so. */
export function nextPeriodState(state: PeriodState, step: PeriodStep, about: PeriodSurroundings): StepAnswer {
  switch (step) {
    case 'check':
      if (state !== 'draft' && state !== 'checked') return refused('wrongState')
      return { kind: 'goes', to: about.blocking === 0 ? 'checked' : 'draft' }
    case 'change':
      if (state === 'draft' || state === 'checked') return { kind: 'goes', to: 'draft' }
      // A list that was locked stays what it was; what changes is a recorded correction.
      return state === 'closed' ? refused('wrongState') : { kind: 'goes', to: state }
    case 'lock':
      if (state !== 'checked') return refused('wrongState')
      return about.blocking > 0 ? refused('blockingProblems') : { kind: 'goes', to: 'locked' }
    case 'finish':
      return state === 'locked' ? { kind: 'goes', to: 'paid' } : refused('wrongState')
    case 'close':
      if (state !== 'paid') return refused('wrongState')
      if (about.before !== null && about.before !== 'closed') return refused('earlierNotClosed')
      return about.openMatters > 0 ? refused('openMatters') : { kind: 'goes', to: 'closed' }
  }
}

/** Whether payments of the list are taken: from its locking on, for ever, because a tablet may have been away. */
export function takesPayments(state: PeriodState): boolean {
  return state === 'locked' || state === 'paid' || state === 'closed'
}
