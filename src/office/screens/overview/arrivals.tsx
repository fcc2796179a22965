// Records by day as bars, with the same numbers as a table for whoever does not see the bars.
import { overviewWords } from '../../../text/office/overview.ts'
import { useWords } from '../../../ui/language.tsx'

type Props = { arrivals: readonly { day: string; records: number }[] }

const height = 90
const step = 20

/** The last fourteen days. */
export function Arrivals({ arrivals }: Props) {
  const t = useWords(overviewWords)
  const most = Math.max(1, ...arrivals.map(({ records }) => records))
  const total = arrivals.reduce((sum, { records }) => sum + records, 0)
  return (
    <div className="card stack stack--tight">
      <svg
        className="office-bars"
        viewBox={`0 0 ${arrivals.length * step} ${height + 2}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {arrivals.map(({ day, records }, index) => {
          const tall = (records / most) * height
          return <rect key={day} x={index * step + 3} y={height - tall} width={step - 6} height={tall} />
        })}
        <line x1={0} y1={height + 1} x2={arrivals.length * step} y2={height + 1} />
      </svg>
      <p className="row row--between soft">
        <span>{arrivals[0]?.day}</span>
        <strong>
          {t.total}: {total.toLocaleString('vi-VN')}
        </strong>
        <span>{arrivals.at(-1)?.day}</span>
      </p>
      <details>
        <summary className="office-summary">{t.byDay}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              <th scope="col" className="number">
                {t.records}
              </th>
            </tr>
          </thead>
          <tbody>
            {arrivals.map(({ day, records }) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td className="number">{records.toLocaleString('vi-VN')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
