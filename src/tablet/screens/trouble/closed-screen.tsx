import { useEffect, useState } from 'react'
import type { ProfileId } from '../../../domain/ids.ts'
import { frameWords } from '../../../text/tablet/frame.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { isStoreThere } from '../../actions/is-store-there.ts'
import { FrontPage } from '../../frame/front-page.tsx'
import { useTools } from '../../frame/tools-context.tsx'

type Props = {
  reason: 'outdated' | 'gone' | 'wiped'
  /** Whose store it was. */
  profileId: ProfileId
}

/** The store closed under an open session, and not by the lock. */
export function ClosedScreen({ reason, profileId }: Props) {
  const t = useWords(frameWords)
  const tools = useTools()
  const [isThere, setThere] = useState<boolean | null>(null)
  useEffect(() => {
    if (reason === 'gone') void isStoreThere(tools, profileId).then(setThere)
  }, [tools, reason, profileId])
  if (reason === 'gone' && isThere === null) return null
  const what = reason === 'gone' && isThere ? 'unwritten' : reason
  const title = { outdated: t.outdatedTitle, gone: t.goneTitle, unwritten: t.unwrittenTitle, wiped: t.wipedTitle }[what]
  const text = { outdated: t.outdatedText, gone: t.goneText, unwritten: t.unwrittenText, wiped: t.wipedText }[what]
  return (
    <FrontPage title={title}>
      <p role="alert">{text}</p>
      <Button variant="primary" wide onClick={() => location.reload()}>
        {t.reload}
      </Button>
    </FrontPage>
  )
}
