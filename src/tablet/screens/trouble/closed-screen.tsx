import { frameWords } from '../../../text/tablet/frame.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { FrontPage } from '../../frame/front-page.tsx'

/** The store closed under an open session, and not by the lock. */
export function ClosedScreen({ reason }: { reason: 'outdated' | 'gone' | 'wiped' }) {
  const t = useWords(frameWords)
  const title = { outdated: t.outdatedTitle, gone: t.goneTitle, wiped: t.wipedTitle }[reason]
  const text = { outdated: t.outdatedText, gone: t.goneText, wiped: t.wipedText }[reason]
  return (
    <FrontPage title={title}>
      <p role="alert">{text}</p>
      <Button variant="primary" wide onClick={() => location.reload()}>
        {t.reload}
      </Button>
    </FrontPage>
  )
}
