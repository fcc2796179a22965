// A list of thousands of rows that scrolls with the page. Only the rows in view exist; a screen reader is told how many there are.
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { layOutRows, rowsInWindow, type RowWindow } from './row-window.ts'

/** Rows that stand under one heading, from a row on. */
export type RowGroup = { from: number; heading: ReactNode }

type Props<Row> = {
  label: string
  /** Only those in view are looked at. */
  rows: { readonly length: number; slice: (from: number, to: number) => Row[] }
  /** The first begins with row 0; empty when there are no headings. */
  groups?: readonly RowGroup[]
  keyOf: (row: Row) => string
  /** In rem, so that the rows grow with the text. */
  rowHeight: number
  children: (row: Row) => ReactNode
}

const headingHeight = 3
const noGroups: readonly RowGroup[] = []

function pixelsOfRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16')
}

/** @param children paints one row; its first button or link takes the focus when the arrow keys come by. */
export function LongList<Row>({ label, rows, groups = noGroups, keyOf, rowHeight, children }: Props<Row>) {
  const list = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<RowWindow>(() => ({ first: 0, last: Math.min(rows.length, 30) }))
  const [rem, setRem] = useState(pixelsOfRem)
  const wantedFocus = useRef<number | null>(null)
  const id = useId()
  const layout = useMemo(
    () =>
      layOutRows(
        rows.length,
        rowHeight * rem,
        groups.map(({ from }) => from),
        headingHeight * rem,
      ),
    [rows.length, rowHeight, rem, groups],
  )

  useLayoutEffect(() => {
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0
      const next = rowsInWindow(top, innerHeight, rows.length, layout)
      setRem(pixelsOfRem())
      setShown((before) => (before.first === next.first && before.last === next.last ? before : next))
    }
    measure()
    addEventListener('scroll', measure, { passive: true })
    addEventListener('resize', measure)
    return () => {
      removeEventListener('scroll', measure)
      removeEventListener('resize', measure)
    }
  }, [rows, layout])

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

  const height = rowHeight * rem
  const goTo = (row: number) => {
    const { current } = list
    const target = Math.min(rows.length - 1, Math.max(0, row))
    if (!current || rows.length === 0) return
    const top = current.getBoundingClientRect().top + layout.topOf(target)
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

  const last = Math.min(shown.last, rows.length)
  const paint = (from: number, to: number, above: number) =>
    rows.slice(from, to).map((row, index) => (
      <li
        key={keyOf(row)}
        className="long-list__row"
        style={{ top: layout.topOf(from + index) - above, height }}
        aria-posinset={from + index + 1}
        aria-setsize={rows.length}
      >
        {children(row)}
      </li>
    ))

  const groupsInView =
    last <= shown.first ? [] : groups.slice(layout.groupOf(shown.first), layout.groupOf(last - 1) + 1)
  const firstGroup = layout.groupOf(shown.first)
  return (
    <div
      ref={list}
      role="group"
      aria-label={label}
      className="long-list"
      style={{ height: layout.height }}
      onKeyDown={onKeyDown}
    >
      {groups.length === 0 ? (
        <ul>{paint(shown.first, last, 0)}</ul>
      ) : (
        groupsInView.map(({ from, heading }, index) => {
          const [top, end] = [layout.topOfGroup(firstGroup + index), layout.topOfGroup(firstGroup + index + 1)]
          const to = groups[firstGroup + index + 1]?.from ?? rows.length
          return (
            <section key={from} className="long-list__group" style={{ top, height: end - top }}>
              <h2 id={`${id}-${from}`} className="long-list__heading">
                {heading}
              </h2>
              <ul aria-labelledby={`${id}-${from}`}>{paint(Math.max(from, shown.first), Math.min(to, last), top)}</ul>
            </section>
          )
        })
      )}
    </div>
  )
}
