import type { PhotoRole } from '../../../domain/paper.ts'
import { missingPapers, photosAtHand } from '../../../domain/registration/missing-papers.ts'
import { paperWords } from '../../../text/papers.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { registrationProblemWords } from '../../../text/tablet/registration-problems.ts'
import { Banner } from '../../../ui/banner.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useFormPhotos } from '../../frame/capture/draft-photos-context.tsx'
import { PhotoSlot } from '../../frame/capture/photo-slot.tsx'
import { DoubtList } from './doubt-list.tsx'
import { useRegistration, useTick } from './registration-context.tsx'

/** More papers than these say nothing new, and a record carries at most thirty photos. */
const mostOthers = 10

/** Step 4: photos of the papers, and which are still missing and why. */
export function PapersStep() {
  const t = useWords(registerWords)
  const papers = useWords(paperWords)
  const { paperReason } = useWords(registrationProblemWords)
  const tick = useTick()
  const { form, values } = useRegistration()
  const { photos } = useFormPhotos()
  const roles = photos.map(({ role }) => role)
  const missing = missingPapers(values, roles)
  const atHand = photosAtHand(values, [])
  const others = photos.filter(({ role }) => role === 'other')
  const single: PhotoRole[] = [
    'cardFront',
    'cardBack',
    'person',
    ...(values.substitute.kind === 'authorisedPerson' ? (['authorisation'] as const) : []),
  ]
  return (
    <>
      {missing.length === 0 ? (
        <Banner tone="good">{t.papersWhole}</Banner>
      ) : (
        <Banner tone="info">
          <p>
            <strong>{t.papersWanted}</strong>
          </p>
          <ul className="missing__list">
            {missing.map(({ paper, why }) => (
              <li key={paper}>
                {papers[paper]} – {paperReason[why]}
              </li>
            ))}
          </ul>
          <p>{t.papersLater}</p>
        </Banner>
      )}
      <CheckField
        label={t.lacksCitizenId}
        hint={t.lacksCitizenIdHint}
        {...tick('lacksCitizenId')}
        onInput={(event) => {
          if (event.currentTarget.checked && values.person.idKind === 'cccd') form.setValue('person.idKind', 'none')
        }}
      />
      {values.substitute.kind !== 'none' && values.substitute.name.trim() !== '' && (
        <p>{t.cardOf(values.substitute.name)}</p>
      )}
      <div className="photos">
        {single.map((role) => (
          <PhotoSlot
            key={role}
            of={role}
            photo={photos.find((photo) => photo.role === role) ?? null}
            atOffice={atHand.includes(role)}
          />
        ))}
        {others.map((photo) => (
          <PhotoSlot key={photo.sha256} of="other" photo={photo} atOffice={false} />
        ))}
        {others.length < mostOthers && <PhotoSlot of="other" photo={null} atOffice={false} />}
      </div>
      <DoubtList about={['portraitWithoutConsent']} />
    </>
  )
}
