// Which registrations wait before and after the one on the screen.
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { listRegistrations } from '../../actions/review-registrations.ts'
import { useLoaded } from '../../frame/use-loaded.ts'

const looked = 200

export type Neighbours = {
  previous: string | null
  next: string | null
  toPrevious: () => void
  toNext: () => void
  reload: () => void
}

/** Neighbours among those that wait; of a decided one the next is the first that waits. */
export function useNeighbours(id: string): Neighbours {
  const [, goTo] = useLocation()
  const { value, reload } = useLoaded(
    useCallback((signal: AbortSignal) => listRegistrations({ state: 'new', limit: looked }, signal), []),
  )
  const waiting: readonly string[] = (value?.items ?? []).map((row) => row.id)
  const here = waiting.indexOf(id)
  const previous = here > 0 ? (waiting[here - 1] ?? null) : null
  const next = (here >= 0 ? waiting[here + 1] : waiting[0]) ?? null
  const go = (to: string | null) => () => {
    if (to !== null) goTo(`/ho-so/${to}`)
  }
  return { previous, next, toPrevious: go(previous), toNext: go(next), reload }
}
