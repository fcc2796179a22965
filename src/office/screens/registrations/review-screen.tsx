// One registration under review, loaded by its id.
import './review.css'
import { useCallback } from 'react'
import { Link } from 'wouter'
import { RecordId } from '../../../domain/ids.ts'
import type { RegistrationDetail } from '../../../protocol/office/registrations.ts'
import { registrationWords } from '../../../text/office/registrations.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Answer } from '../../actions/ask-server.ts'
import { readRegistration } from '../../actions/review-registrations.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { Page } from '../../frame/page.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'
import { Review } from './review.tsx'
import { useNeighbours } from './use-neighbours.ts'

const noConnection: Answer<RegistrationDetail> = { kind: 'noConnection' }

/** The page of a registration. The server writes into the log who looked. */
export function ReviewScreen({ id }: { id: string }) {
  const t = useWords(registrationWords)
  const neighbours = useNeighbours(id)
  const loaded = useLoaded(
    useCallback(
      (signal: AbortSignal) => {
        const record = RecordId.safeParse(id)
        return record.success ? readRegistration(record.data, signal) : Promise.resolve(noConnection)
      },
      [id],
    ),
  )
  const registration = loaded.value
  return (
    <Page
      title={registration?.data.person.name ?? t.title}
      windowTitle={t.title}
      actions={
        <>
          <Link className="button button--quiet" href="/ho-so">
            {t.toQueue}
          </Link>
          <Button disabled={neighbours.previous === null} onClick={neighbours.toPrevious}>
            {t.previous}
          </Button>
          <Button disabled={neighbours.next === null} onClick={neighbours.toNext}>
            {t.next}
          </Button>
        </>
      }
    >
      <MoreRows {...loaded} loading={loaded.loading && registration === null} more={null} empty={null} />
      {registration && (
        <Review
          registration={registration}
          neighbours={neighbours}
          onStale={() => {
            loaded.reload()
            neighbours.reload()
          }}
        />
      )}
    </Page>
  )
}
