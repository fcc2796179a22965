// PostgreSQL stores no NUL in a text and no half of a surrogate pair; what cannot be stored must be seen before it fails.

/** Whether every database can store this text and give it back unchanged. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/** Whether a parsed JSON value holds, at any depth and in names too, a text that cannot be stored. */
export function holdsUnstorableText(value: unknown): boolean {
  const waiting = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next === 'string') {
      if (!isStorableText(next)) return true
    } else if (typeof next === 'object' && next !== null) {
      for (const [name, member] of Object.entries(next)) {
        if (!isStorableText(name)) return true
        if (typeof member === 'string' || (typeof member === 'object' && member !== null)) waiting.push(member)
      }
    }
  }
  return false
}
