// The list on disk: the feed's lines in sealed pages, and where in the feed the tablet stands.
import type { CommuneCode } from '../../domain/ids.ts'
import type { ChangeLine } from '../../protocol/changes.ts'
import type { CommuneRef } from '../../protocol/enrolment.ts'
import type { UnlockedStore } from './unlocked-store.ts'

/** `cursor` null and `epoch` null: nothing was pulled yet, or all over again. */
export type Position = { cursor: string | null; epoch: string | null }

export async function position(_store: UnlockedStore): Promise<Position> {
  throw new Error('body follows')
}

export type FeedPage = {
  /** The cursor that was asked with. */
  from: string | null
  epoch: string
  communes: readonly CommuneRef[]
  /** Each change with the exact text of its line, without the line feed: the digest is over that text. */
  lines: readonly { text: string; change: ChangeLine }[]
  cursor: string
  more: boolean
}

/**
 * Applies a page and its cursor in one transaction; communes that left the scope lose their people.
 * @returns false, and nothing is applied, when the stored cursor is no longer `from`: another tab was quicker (a frozen
 * tab that wakes up must not put an older page over a newer one).
 */
export async function applyPage(_store: UnlockedStore, _page: FeedPage): Promise<boolean> {
  throw new Error('body follows')
}

/** What is held of a commune: how many lines, and their digest as in protocol/holdings.ts. */
export async function holdingOf(
  _store: UnlockedStore,
  _commune: CommuneCode,
): Promise<{ count: number; digest: string }> {
  throw new Error('body follows')
}

/**
 * Starts from an empty cursor. What is held stays visible until the page with `more: false` has come; then whatever
 * did not come again is gone. For a new epoch, a digest that differs, or pages that can not be opened.
 */
export async function refillList(_store: UnlockedStore): Promise<void> {
  throw new Error('body follows')
}

/** Drops the list and the cursor at once. */
export async function forgetList(_store: UnlockedStore): Promise<void> {
  throw new Error('body follows')
}
