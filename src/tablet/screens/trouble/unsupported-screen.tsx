import { troubleWords } from '../../../text/tablet/trouble.ts'
import { useWords } from '../../../ui/language.tsx'
import { FrontPage } from '../../frame/front-page.tsx'

/** The browser lacks what keeping records safely needs. */
export function UnsupportedScreen({ missing }: { missing: readonly string[] }) {
  const t = useWords(troubleWords)
  return (
    <FrontPage title={t.unsupportedTitle}>
      <p>{t.unsupportedText}</p>
      <p className="soft">
        {t.unsupportedMissing} {missing.join(', ')}
      </p>
    </FrontPage>
  )
}
