// Loading for screens: one thing, or pages of a list.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, Refusal } from '../actions/ask-server.ts'
import { useSession } from './session-context.tsx'

export type Loaded<T> = {
  /** What was loaded last; stays while it is loaded again. */
  value: T | null
  /** Why the last attempt failed; null otherwise. */
  refusal: Refusal | null
  loading: boolean
  reload: () => void
}

/**
 * Loads one thing, and again whenever `load` changes: wrap it in `useCallback`. An answer that comes after a newer
 * question is dropped.
 */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<Answer<T>>): Loaded<T> {
  const { ask, ended } = useSession()
  const [state, setState] = useState<Omit<Loaded<T>, 'reload'>>({ value: null, refusal: null, loading: true })
  const [round, setRound] = useState(0)
  const latest = useRef(load)
  useEffect(() => {
    if (ended) return
    const stop = new AbortController()
    const isOther = latest.current !== load
    latest.current = load
    setState((before) => ({ value: isOther ? null : before.value, refusal: null, loading: true }))
    void ask(load(stop.signal)).then((answer) => {
      if (stop.signal.aborted) return
      setState((before) =>
        answer.kind === 'ok'
          ? { value: answer.value, refusal: null, loading: false }
          : { value: before.value, refusal: answer, loading: false },
      )
    })
    return () => stop.abort()
  }, [ask, load, round, ended])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { ...state, reload }
}

type Page<Item> = { items: Item[]; next: string | null }

export type Pages<Item, P extends Page<Item>> = Omit<Loaded<P>, 'value'> & {
  items: readonly Item[]
  /** The first page, with whatever it says beside its items. */
  first: P | null
  /** Loads the next page; null on the last one. */
  more: (() => void) | null
}

/** Loads a list page by page. `load` is handed the cursor, undefined for the first page. */
export function usePages<Item, P extends Page<Item>>(
  load: (cursor: string | undefined, signal?: AbortSignal) => Promise<Answer<P>>,
): Pages<Item, P> {
  const { ask } = useSession()
  const first = useLoaded(useCallback((signal: AbortSignal) => load(undefined, signal), [load]))
  const [later, setLater] = useState<{ of: P; items: Item[]; next: string | null } | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const start = first.value
  const own = later !== null && later.of === start ? later : null
  const next = own ? own.next : (start?.next ?? null)
  const items = start ? [...start.items, ...(own?.items ?? [])] : []

  const more = async () => {
    if (start === null || next === null || busy) return
    setBusy(true)
    setRefusal(null)
    const answer = await ask(load(next))
    setBusy(false)
    if (answer.kind !== 'ok') return setRefusal(answer)
    setLater({ of: start, items: [...(own?.items ?? []), ...answer.value.items], next: answer.value.next })
  }
  return {
    items,
    first: start,
    loading: first.loading || busy,
    refusal: first.refusal ?? refusal,
    reload: first.reload,
    more: next === null ? null : () => void more(),
  }
}
