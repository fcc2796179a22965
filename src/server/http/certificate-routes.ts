// GET /certificate: what a tablet needs to sign receipts that others can check.
import { CertificateResponse } from '../../protocol/certificate.ts'
import { apiBase } from '../../protocol/version.ts'
import { issueCertificate } from '../actions/issue-certificate.ts'
import type { ServerTools } from '../tools.ts'
import { tablet } from './access.ts'
import type { App } from './app-type.ts'
import { tabletOf } from './guard.ts'

/** Adds the address of certificates. */
export function certificateRoutes(app: App, tools: ServerTools): void {
  app.get(
    `${apiBase}/certificate`,
    {
      config: { access: tablet() },
      schema: { tags: ['tablet'], summary: 'The office’s word for this key', response: { 200: CertificateResponse } },
    },
    (request) => issueCertificate(tools, tabletOf(request)),
  )
}
