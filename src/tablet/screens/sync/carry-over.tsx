import { useEffect, useState } from 'react'
import { carryOverWords } from '../../../text/tablet/carry-over.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { listProfiles } from '../../actions/list-profiles.ts'
import type { ProfileEntry, Session } from '../../actions/session.ts'
import { useSession } from '../../frame/session-context.tsx'
import { useTools } from '../../frame/tools-context.tsx'
import { CarryOverDialog } from './carry-over-dialog.tsx'

/** A frozen or forgotten profile: its unsent records go on in a new enrolment of the same officer. */
export function CarryOver({ onCarried }: { onCarried: (to: Session) => void }) {
  const t = useWords(carryOverWords)
  const tools = useTools()
  const { profileId } = useSession()
  const [others, setOthers] = useState<ProfileEntry[] | null>(null)
  const [target, setTarget] = useState<ProfileEntry | null>(null)
  useEffect(() => {
    void listProfiles(tools).then((all) => setOthers(all.filter((profile) => profile.profileId !== profileId)))
  }, [tools, profileId])
  if (others === null) return null
  return (
    <section className="card stack">
      <h2>{t.title}</h2>
      <p>{t.text}</p>
      {others.length === 0 ? (
        <Banner tone="info">{t.enrolFirst}</Banner>
      ) : (
        others.map((profile) => (
          <Button key={profile.profileId} icon="arrowRight" onClick={() => setTarget(profile)}>
            {t.start}: {profile.staffName}
          </Button>
        ))
      )}
      {target && <CarryOverDialog target={target} onClose={() => setTarget(null)} onCarried={onCarried} />}
    </section>
  )
}
