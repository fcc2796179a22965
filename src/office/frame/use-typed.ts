// What is typed into a search box, once the typist pauses.
import { useEffect, useState } from 'react'

const pauseMs = 300

/** @returns the value as it was when it last stood still. */
export function useTyped(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
