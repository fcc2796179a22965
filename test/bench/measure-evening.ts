// F54 in full: fifty pushes a second for five minutes, with exports running all the time.
import { pushWhileExporting } from './push-while-exporting.ts'
import { atMost, median, percentile, type Row, within } from './row.ts'

const perSecond = 50
const seconds = 300

/** On SQLite, the server in a process of its own. */
export async function measureEvening(): Promise<Row[]> {
  const { waits, refused, exports, memory, booked, paid } = await pushWhileExporting({ perSecond, seconds })
  for (const reason of [...refused, ...exports.refused].slice(0, 5)) console.log(reason)
  const fifth = Math.floor(memory.length / 5)
  const about = `${perSecond} pushes/s for ${seconds} s, ${exports.done} exports meanwhile`
  const lost = refused.length + exports.refused.length
  return [
    within(`${about}: pushes and exports that were not answered`, 0, lost, 'of them'),
    within('… đồng that the books lack afterwards', 0, paid - booked, 'đ'),
    within('… a push, p99', 250, percentile(waits, 99), 'ms'),
    // The first fifth fills what is kept in memory for good.
    atMost(
      '… memory of the server, the last minute',
      1.15,
      { what: 'the second minute', value: median(memory.slice(fifth, 2 * fifth)) },
      median(memory.slice(-fifth)),
      'MiB',
    ),
  ]
}
