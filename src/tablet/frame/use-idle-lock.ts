import { useEffect } from 'react'
import { lockWhenIdle } from '../actions/lock-when-idle.ts'
import { useSettings, useTools } from './tools-context.tsx'

/** In the background nobody watches the screen; long enough for a phone call or the file picker. */
const hiddenMs = 2 * 60_000
const touches = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input'] as const

/** Locks a tablet that nobody touches. @param lock null while it is locked anyway. */
export function useIdleLock(lock: (() => void) | null): void {
  const tools = useTools()
  const { lockMinutes } = useSettings().settings
  useEffect(() => {
    if (!lock) return
    const lockMs = lockMinutes * 60_000
    const idle = lockWhenIdle(tools, { lockMs, hiddenMs: Math.min(hiddenMs, lockMs) }, lock)
    const show = () => idle.setHidden(document.visibilityState === 'hidden')
    for (const touch of touches) window.addEventListener(touch, idle.touch, { capture: true, passive: true })
    document.addEventListener('visibilitychange', show)
    return () => {
      for (const touch of touches) window.removeEventListener(touch, idle.touch, { capture: true })
      document.removeEventListener('visibilitychange', show)
      idle.stop()
    }
  }, [lock, tools, lockMinutes])
}
