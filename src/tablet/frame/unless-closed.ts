import type { Session } from '../actions/session.ts'

/** Throws on what goes wrong while a screen reads from the store, unless the store was closed: that has a screen of its own. */
export function unlessClosed({ store }: Session): (problem: unknown) => void {
  return (problem) => {
    if (store.closed() === null) throw problem
  }
}
