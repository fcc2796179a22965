// `Nhập danh sách`: a new list and the history, and the preview of one import.
import './import.css'
import { Route, Switch } from 'wouter'
import type { CommuneCode } from '../../../domain/ids.ts'
import { ImportHistory } from './import-history.tsx'
import { ImportPreviewScreen } from './import-preview.tsx'
import { UploadForm } from './upload-form.tsx'
import { importWords } from '../../../text/office/import.ts'
import { useWords } from '../../../ui/language.tsx'
import { Page } from '../../frame/page.tsx'

/** Everything below `/nhap-danh-sach`. */
export function ImportList() {
  const t = useWords(importWords)
  return (
    <Switch>
      <Route path="/nhap-danh-sach/:commune/:id">
        {({ commune, id }) => <ImportPreviewScreen key={id} place={{ commune: commune as CommuneCode, id }} />}
      </Route>
      <Route>
        <Page title={t.title}>
          <UploadForm />
          <ImportHistory />
        </Page>
      </Route>
    </Switch>
  )
}
