// A commune's whole list as a file, for whoever may take it away.
import type { CommuneCode } from '../../../domain/ids.ts'
import { exportWords } from '../../../text/office/exports.ts'
import { useWords } from '../../../ui/language.tsx'
import { listExportUrl } from '../../actions/import-list.ts'
import { useMay, useSession } from '../../frame/session-context.tsx'

/** Nothing until it is clear which commune is meant. */
export function ExportLinks({ commune }: { commune: string }) {
  const t = useWords(exportWords)
  const { communes } = useSession().session
  const mayExport = useMay('exportList')
  const only = communes.length === 1 ? (communes[0]?.code ?? '') : ''
  const chosen = commune === '' ? only : commune
  if (!mayExport || chosen === '') return null
  return (
    <>
      <a className="button button--quiet" href={listExportUrl(chosen as CommuneCode, 'xlsx')} download>
        {t.list}
      </a>
      <a className="button button--quiet" href={listExportUrl(chosen as CommuneCode, 'csv')} download>
        {t.listCsv}
      </a>
    </>
  )
}
