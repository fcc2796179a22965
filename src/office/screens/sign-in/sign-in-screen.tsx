import { useEffect } from 'react'
import { signInWords } from '../../../text/office/sign-in.ts'
import { useWords } from '../../../ui/language.tsx'
import { SignInForm } from '../../frame/door.tsx'
import { FrontPage } from '../../frame/front-page.tsx'

/** The door for whoever is not signed in. */
export function SignInScreen({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useWords(signInWords)
  useEffect(() => {
    document.title = `${t.title} · Tận Nhà`
  }, [t])
  return (
    <FrontPage title={t.title}>
      <SignInForm onSignedIn={onSignedIn} />
      <a className="office-front__link" href="/">
        {t.toTablet}
      </a>
    </FrontPage>
  )
}
