// A list of thousands of rows that scrolls with the page. Only the rows in view exist; a screen reader is told how many there are.
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { rowsInWindow, type RowWindow } from './row-window.ts'

type Props<Row> = {
  label: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** In rem, so that the rows grow with the text. */
  rowHeight: number
  children: (row: Row) => ReactNode
}

function pixelsOf(rem: number): number {
  return rem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16')
}

/** @param children paints one row; its first button or link takes the focus when the arrow keys come by. */
export function LongList<Row>({ label, rows, keyOf, rowHeight, children }: Props<Row>) {
  const list = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState<RowWindow>(() => ({ first: 0, last: Math.min(rows.length, 30) }))
  const [height, setHeight] = useState(() => pixelsOf(rowHeight))
  const wantedFocus = useRef<number | null>(null)

  useLayoutEffect(() => {
    const measure = () => {
      const pixels = pixelsOf(rowHeight)
      const top = list.current?.getBoundingClientRect().top ?? 0
      const next = rowsInWindow(top, innerHeight, pixels, rows.length)
      setHeight(pixels)
      setShown((before) => (before.first === next.first && before.last === next.last ? before : next))
    }
    measure()
    addEventListener('scroll', measure, { passive: true })
    addEventListener('resize', measure)
    return () => {
      removeEventListener('scroll', measure)
      removeEventListener('resize', measure)
    }
  }, [rows, rowHeight])

  useLayoutEffect(() => {
    if (wantedFocus.current === null) return
    const target = list.current?.querySelector<HTMLElement>(
      `[aria-posinset="${wantedFocus.current + 1}"] :is(a, button)`,
    )
    if (target) {
      wantedFocus.current = null
      target.focus({ preventScroll: true })
    }
  }, [shown])

  const goTo = (row: number) => {
    const { current } = list
    const target = Math.min(rows.length - 1, Math.max(0, row))
    if (!current || rows.length === 0) return
    const top = current.getBoundingClientRect().top + target * height
    // Room for the header above and the navigation below.
    const [upper, lower] = [height * 1.5, innerHeight - height * 2.5]
    if (top < upper) scrollBy({ top: top - upper })
    else if (top > lower) scrollBy({ top: top - lower })
    wantedFocus.current = target
    setShown((before) => ({ ...before }))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const item = (event.target as HTMLElement).closest('[aria-posinset]')
    const at = Number(item?.getAttribute('aria-posinset') ?? 1) - 1
    const page = Math.max(1, Math.floor(innerHeight / height) - 3)
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    }
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    goTo(next)
  }

  return (
    <ul
      ref={list}
      className="long-list"
      aria-label={label}
      style={{ height: rows.length * height }}
      onKeyDown={onKeyDown}
    >
      {rows.slice(shown.first, shown.last).map((row, index) => (
        <li
          key={keyOf(row)}
          className="long-list__row"
          style={{ top: (shown.first + index) * height, height }}
          aria-posinset={shown.first + index + 1}
          aria-setsize={rows.length}
        >
          {children(row)}
        </li>
      ))}
    </ul>
  )
}
