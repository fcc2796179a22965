import { useEffect, useState } from 'react'
import { useTools } from './tools-context.tsx'

/**
 * Counts down from `ms`, by the time that the app is open.
 * @returns `m:ss`, or null when the time has run out.
 */
export function useCountdown(ms: number, onDone?: () => void): string | null {
  const { uptime } = useTools()
  const [end, setEnd] = useState(() => uptime() + ms)
  const [left, setLeft] = useState(ms)
  useEffect(() => {
    setEnd(uptime() + ms)
    setLeft(ms)
  }, [ms, uptime])
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(
      () => {
        const rest = Math.max(0, end - uptime())
        setLeft(rest)
        if (rest === 0) onDone?.()
      },
      Math.min(left, 500),
    )
    return () => clearTimeout(timer)
  }, [left, end, uptime, onDone])
  if (left <= 0) return null
  const seconds = Math.ceil(left / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
