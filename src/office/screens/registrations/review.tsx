// The registration itself: the data beside the photos, what is missing, who else it may be, and the decision.
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import type { ListField } from '../../../domain/registered-beneficiary.ts'
import { nextStates, type ReviewState } from '../../../domain/review.ts'
import type { RegistrationDetail } from '../../../protocol/office/registrations.ts'
import { registrationWords } from '../../../text/office/registrations.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { decideRegistration } from '../../actions/review-registrations.ts'
import { formatMoment } from '../../frame/moments.ts'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useCommuneName } from '../../frame/commune-filter.tsx'
import { toneOfReview } from '../../frame/review-tone.ts'
import { useMay, useSession } from '../../frame/session-context.tsx'
import { Comparison } from './comparison.tsx'
import { DecisionPanel, type OpenForm, type Words } from './decision-panel.tsx'
import { asksForLink, Duplicates, type Link as Linked } from './duplicates.tsx'
import { MissingThings } from './missing-things.tsx'
import { MoreFacts, ReviewHistory } from './more-facts.tsx'
import { flat, PhotoViewer, turned, zoomed } from './photo-viewer.tsx'
import { ShortcutHints, useShortcutChoice, useShortcuts } from './shortcuts.tsx'
import type { Neighbours } from './use-neighbours.ts'

type Props = { registration: RegistrationDetail; neighbours: Neighbours; onStale: () => void }

/** @param onStale what is shown is no longer how it is. */
export function Review({ registration, neighbours, onStale }: Props) {
  const { ask } = useSession()
  const t = useWords(registrationWords)
  const reviews = useMay('reviewRegistrations')
  const [kept, setKept] = useState<ReadonlySet<ListField>>(new Set())
  const [link, setLink] = useState<Linked>(null)
  const [linkMissing, setLinkMissing] = useState(false)
  const [open, setOpen] = useState<OpenForm>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [decided, setDecided] = useState<ReviewState | null>(null)
  const [now] = useState(() => Date.now())
  const [chosen, setChosen] = useState(0)
  const [lie, setLie] = useState(flat)
  const [keysOn, setKeysOn] = useShortcutChoice()
  const accept = useRef<HTMLButtonElement>(null)
  const { photos, state, version } = registration
  const isOpen = nextStates[state].length > 0 && registration.replacedBy === null
  const mayDecide = reviews && isOpen

  const choosePhoto = (index: number) => {
    setChosen(index)
    setLie(flat)
  }
  const decide = async (words: Words) => {
    const lacksLink = words.decision === 'accept' && asksForLink(registration) && link === null
    setLinkMissing(lacksLink)
    if (lacksLink) return document.getElementById('duplicates')?.scrollIntoView({ block: 'center' })
    setBusy(true)
    setRefusal(null)
    const linkTo = link === 'new' ? null : link
    const decision =
      words.decision === 'accept' ? { ...words, version, note: null, keep: [...kept], linkTo } : { ...words, version }
    const answer = await ask(decideRegistration(registration.id, decision))
    setBusy(false)
    if (answer.kind === 'ok') {
      setDecided(answer.value.state)
      setOpen(null)
      onStale()
    } else setRefusal(answer)
  }
  const isStale = refusal?.kind === 'problem' && (refusal.code === 'conflict' || refusal.code === 'already_decided')
  const form = (which: OpenForm) => () => mayDecide && setOpen(which)

  useShortcuts(keysOn, {
    accept: () => mayDecide && accept.current?.focus(),
    papers: form('needPapers'),
    reject: form('reject'),
    next: neighbours.toNext,
    previous: neighbours.toPrevious,
    photo: () => photos.length > 0 && choosePhoto((chosen + 1) % photos.length),
    zoom: (backwards) => setLie((before) => zoomed(before, backwards)),
    rotate: () => setLie(turned),
  })

  return (
    <>
      <Standing registration={registration} />
      {decided !== null && (
        <Banner
          tone="good"
          actions={
            neighbours.next !== null && (
              <Button icon="arrowRight" onClick={neighbours.toNext}>
                {t.next}
              </Button>
            )
          }
        >
          {t.saved[decided]} {neighbours.next === null && t.noMore}
        </Banner>
      )}
      {isStale ? (
        <RefusalNote
          refusal={refusal}
          onRetry={() => {
            setRefusal(null)
            onStale()
          }}
        />
      ) : (
        <RefusalNote refusal={refusal} />
      )}
      <div className="review">
        <div className="stack">
          {mayDecide && (
            <DecisionPanel
              open={open}
              onOpen={setOpen}
              busy={busy}
              onDecide={(words) => void decide(words)}
              acceptRef={accept}
            />
          )}
          {!isOpen && decided === null && registration.replacedBy === null && <p className="soft">{t.final}</p>}
          {isOpen && !reviews && <p className="soft">{t.mayNotDecide}</p>}
          <MissingThings registration={registration} now={now} />
          <Duplicates
            registration={registration}
            link={link}
            onLink={mayDecide ? setLink : null}
            error={linkMissing && link === null ? t.chooseLink : undefined}
          />
          {registration.current === null && registration.duplicates.length === 0 && state !== 'accepted' && (
            <Banner tone="info">{t.newPersonNote}</Banner>
          )}
          <Comparison
            registration={registration}
            kept={kept}
            onKeep={
              mayDecide
                ? (field, keep) =>
                    setKept(
                      (before) => new Set(keep ? [...before, field] : [...before].filter((each) => each !== field)),
                    )
                : null
            }
          />
          <section className="card">
            <MoreFacts registration={registration} />
          </section>
          <ReviewHistory registration={registration} />
        </div>
        <section className="review__photos stack" aria-labelledby="photos">
          <h2 id="photos">{t.photosTitle}</h2>
          <PhotoViewer photos={photos} chosen={chosen} onChoose={choosePhoto} lie={lie} onLie={setLie} />
          <ShortcutHints on={keysOn} onChange={setKeysOn} />
        </section>
      </div>
    </>
  )
}

function Standing({ registration }: { registration: RegistrationDetail }) {
  const t = useWords(registrationWords)
  const terms = useWords(termWords)
  const communeName = useCommuneName()
  const skewMinutes = Math.round(Math.abs(registration.clockSkewMs ?? 0) / 60_000)
  return (
    <>
      <p className="row">
        <Badge tone={toneOfReview[registration.state]}>{terms.review[registration.state]}</Badge>
        {registration.current === null && <Badge tone="plain">{t.newPerson}</Badge>}
        <span className="soft">
          {t.madeBy(registration.officer, formatMoment(registration.at))},{' '}
          {t.receivedAt(formatMoment(registration.receivedAt))}
        </span>
      </p>
      {registration.recordedIn !== null && (
        <Banner tone="warn">{t.recordedElsewhere(communeName(registration.recordedIn))}</Banner>
      )}
      {skewMinutes >= 5 && <Banner tone="warn">{t.clockWrong(skewMinutes)}</Banner>}
      {registration.replacedBy !== null && (
        <Banner tone="warn" actions={<Link href={`/ho-so/${registration.replacedBy}`}>{t.openReplacing}</Link>}>
          {t.replacedNote}
        </Banner>
      )}
      {registration.amends !== null && (
        <Banner tone="info" actions={<Link href={`/ho-so/${registration.amends}`}>{t.openAmended}</Link>}>
          {t.amendsNote}
        </Banner>
      )}
    </>
  )
}
