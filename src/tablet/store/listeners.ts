// Who wants to be told.

export type Listeners<Word> = {
  add: (listener: (word: Word) => void) => () => void
  tell: (word: Word) => void
}

export function startListeners<Word = void>(): Listeners<Word> {
  const listeners = new Set<(word: Word) => void>()
  return {
    add: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell: (word) => {
      for (const listener of listeners) listener(word)
    },
  }
}
