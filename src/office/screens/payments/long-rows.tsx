import { type ReactNode, useState } from 'react'
import { paymentWords } from '../../../text/office/payments.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'

type Props<Row> = {
  rows: readonly Row[]
  caption?: string
  head: ReactNode
  row: (row: Row, index: number) => ReactNode
}

const shownAtFirst = 50

/** A table that shows its first rows, and all of them when asked. */
export function LongRows<Row>({ rows, caption, head, row }: Props<Row>) {
  const t = useWords(paymentWords)
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, shownAtFirst)
  return (
    <div className="stack stack--tight">
      <div className="table-scroll">
        <table className="table office-table">
          {caption !== undefined && <caption>{caption}</caption>}
          <thead>{head}</thead>
          <tbody>{shown.map(row)}</tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <Button className="office-more__button" onClick={() => setAll(true)}>
          {t.showAll(rows.length.toLocaleString('vi-VN'))}
        </Button>
      )}
    </div>
  )
}
