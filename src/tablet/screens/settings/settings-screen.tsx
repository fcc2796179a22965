import { useState } from 'react'
import { settingsWords } from '../../../text/tablet/settings.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { type Language, useLanguage, useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { Settings } from '../../actions/settings.ts'
import { Page } from '../../frame/page.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { StorageState } from '../../frame/storage-state.tsx'
import { useSettings } from '../../frame/tools-context.tsx'
import { AboutApp } from './about-app.tsx'
import { ChangePin } from './change-pin.tsx'
import { RemoveProfile } from './remove-profile.tsx'

const lockChoices = [1, 2, 5, 10, 15]
/** Three months and a year are what places ask for. */
const authorisationChoices = [3, 6, 12, 24, 36]

/** `Cài đặt`. What is chosen here takes effect at once. */
export function SettingsScreen({ onRemove }: { onRemove: () => void }) {
  const t = useWords(settingsWords)
  const { chosen, setLanguage } = useLanguage()
  const { settings, change } = useSettings()
  const { staff, communes } = useSession()
  const [isChangingPin, setChangingPin] = useState(false)
  return (
    <Page title={t.title}>
      <section className="card stack">
        <h2>{t.look}</h2>
        <ChoiceGroup
          legend={t.language}
          name="language"
          columns
          options={[
            { value: 'vi', label: <span lang="vi">Tiếng Việt</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
          value={chosen}
          onChange={(event) => setLanguage(event.target.value as Language)}
        />
        <ChoiceGroup
          legend={t.textSize}
          name="textSize"
          columns
          options={[
            { value: 'normal', label: t.textNormal },
            { value: 'large', label: t.textLarge },
            { value: 'huge', label: t.textHuge },
          ]}
          value={settings.textSize}
          onChange={(event) => change({ textSize: event.target.value as Settings['textSize'] })}
        />
        <CheckField
          label={t.contrast}
          hint={t.contrastHint}
          checked={settings.highContrast}
          onChange={(event) => change({ highContrast: event.target.checked })}
        />
      </section>

      <section className="card stack">
        <h2>{t.security}</h2>
        <SelectField
          label={t.lockAfter}
          hint={t.lockHint}
          options={lockChoices.map((minutes) => ({ value: String(minutes), label: t.minutes(minutes) }))}
          value={String(settings.lockMinutes)}
          onChange={(event) => change({ lockMinutes: Number(event.target.value) })}
        />
        <Button icon="key" onClick={() => setChangingPin(true)}>
          {t.changePin}
        </Button>
        {isChangingPin && <ChangePin onClose={() => setChangingPin(false)} />}
      </section>

      <section className="card stack">
        <h2>{t.paying}</h2>
        <SelectField
          label={t.authorisation}
          hint={t.authorisationHint}
          options={[
            ...authorisationChoices.map((months) => ({ value: String(months), label: t.months(months) })),
            { value: '', label: t.unlimited },
          ]}
          value={settings.authorisationMonths === null ? '' : String(settings.authorisationMonths)}
          onChange={({ target: { value } }) => change({ authorisationMonths: value === '' ? null : Number(value) })}
        />
      </section>

      <section className="card stack">
        <h2>{t.storage}</h2>
        <StorageState />
      </section>

      <section className="card stack">
        <h2>{t.profile}</h2>
        <dl className="facts">
          <dt>{t.staff}</dt>
          <dd>{staff.name}</dd>
          <dt>{t.role}</dt>
          <dd>{t.roles[staff.role]}</dd>
          <dt>{t.area}</dt>
          <dd>{communes.map(({ name }) => name).join(', ')}</dd>
        </dl>
        <RemoveProfile onRemove={onRemove} />
      </section>

      <AboutApp />
    </Page>
  )
}
