import { useState } from 'react'
import { settingsWords } from '../../../text/tablet/settings.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useTools } from '../../frame/tools-context.tsx'
import { useAppUpdate } from '../../frame/update-offer.tsx'

/** Which build this is, and whether there is a newer one. */
export function AboutApp() {
  const t = useWords(settingsWords)
  const { app } = useTools()
  const update = useAppUpdate()
  const [isChecked, setChecked] = useState(false)
  return (
    <section className="card stack">
      <h2>{t.about}</h2>
      <dl className="facts">
        <dt>{t.version}</dt>
        <dd className="number">{app}</dd>
      </dl>
      {update && (
        <Button
          icon="sync"
          onClick={() => {
            update.check()
            setChecked(true)
          }}
        >
          {t.checkUpdate}
        </Button>
      )}
      {isChecked && (
        <p role="status" className="soft">
          {t.checked}
        </p>
      )}
    </section>
  )
}
