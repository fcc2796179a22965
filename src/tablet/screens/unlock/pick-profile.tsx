import { unlockWords } from '../../../text/tablet/unlock.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { ProfileEntry } from '../../actions/session.ts'

type Props = {
  profiles: readonly ProfileEntry[]
  onPick: (profile: ProfileEntry) => void
  onEnrol: () => void
}

/** Who is using the tablet: one large button for each. */
export function PickProfile({ profiles, onPick, onEnrol }: Props) {
  const t = useWords(unlockWords)
  return (
    <>
      <h2>{t.who}</h2>
      <ul className="unlock__profiles">
        {profiles.map((profile) => (
          <li key={profile.profileId}>
            <button type="button" className="unlock__profile" onClick={() => onPick(profile)}>
              <Icon name="person" />
              <span className="unlock__who">
                <strong>{profile.staffName}</strong>
                <span className="soft">{profile.place}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button variant="quiet" icon="personAdd" onClick={onEnrol}>
        {t.addUser}
      </Button>
    </>
  )
}
