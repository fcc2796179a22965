import { Link } from 'wouter'
import { frameWords } from '../../../text/office/frame.ts'
import { useWords } from '../../../ui/language.tsx'
import { Page } from '../../frame/page.tsx'

/** An address that leads nowhere, or not for this person. */
export function NotFoundScreen() {
  const t = useWords(frameWords)
  return (
    <Page title={t.notFoundTitle}>
      <p>{t.notFound}</p>
      <p>
        <Link className="button button--secondary" href="/">
          {t.toOverview}
        </Link>
      </p>
    </Page>
  )
}
