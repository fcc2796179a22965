// The photos of a registration: one large, to be zoomed, turned and dragged; the others as a row to choose from.
import { type PointerEvent, useRef, useState } from 'react'
import type { RegistrationDetail } from '../../../protocol/office/registrations.ts'
import { apiBase } from '../../../protocol/version.ts'
import { registrationWords } from '../../../text/office/registrations.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'

type Photo = RegistrationDetail['photos'][number]

/** How the large photo lies: turned by quarters, enlarged, moved by CSS pixels. */
export type Lie = { turn: number; zoom: number; x: number; y: number }
export const flat: Lie = { turn: 0, zoom: 1, x: 0, y: 0 }
const zooms = { least: 1, most: 6, step: 1.4 } as const

/** Enlarged by a step, or back by one. */
export function zoomed(lie: Lie, backwards: boolean): Lie {
  const zoom = Math.min(zooms.most, Math.max(zooms.least, backwards ? lie.zoom / zooms.step : lie.zoom * zooms.step))
  return zoom === 1 ? { ...lie, zoom, x: 0, y: 0 } : { ...lie, zoom }
}

/** Turned by a quarter, clockwise. */
export function turned(lie: Lie): Lie {
  return { ...lie, turn: (lie.turn + 1) % 4 }
}

type Props = {
  photos: readonly Photo[]
  chosen: number
  onChoose: (index: number) => void
  lie: Lie
  onLie: (lie: Lie) => void
}

/** Nothing is shown of a photo that has not arrived but that it is missing. */
export function PhotoViewer({ photos, chosen, onChoose, lie, onLie }: Props) {
  const t = useWords(registrationWords)
  const terms = useWords(termWords)
  const photo = photos[chosen]
  if (!photo) return <p className="soft">{t.noPhotos}</p>
  const name = terms.photo[photo.role]
  return (
    <div className="stack stack--tight">
      <LargePhoto
        key={photo.sha256}
        photo={photo}
        alt={t.photoOf(name, chosen + 1, photos.length)}
        lie={lie}
        onLie={onLie}
      />
      <div className="row">
        <Button icon="plus" onClick={() => onLie(zoomed(lie, false))} disabled={!photo.arrived}>
          {t.zoomIn}
        </Button>
        <Button onClick={() => onLie(zoomed(lie, true))} disabled={!photo.arrived || lie.zoom === 1}>
          {t.zoomOut}
        </Button>
        <Button icon="rotate" onClick={() => onLie(turned(lie))} disabled={!photo.arrived}>
          {t.rotate}
        </Button>
        <Button variant="quiet" onClick={() => onLie(flat)}>
          {t.fit}
        </Button>
      </div>
      <div className="review-thumbs" role="group" aria-label={t.chooseWhich}>
        {photos.map((each, index) => (
          <button
            key={`${each.sha256}/${each.role}`}
            type="button"
            className="review-thumb"
            aria-pressed={index === chosen}
            onClick={() => onChoose(index)}
          >
            {each.arrived ? (
              <img src={addressOf(each)} alt="" loading="lazy" />
            ) : (
              <span className="review-thumb__missing" aria-hidden="true">
                ?
              </span>
            )}
            <span>{terms.photo[each.role]}</span>
            {each.earlier && <span className="soft">{t.earlierPhoto}</span>}
          </button>
        ))}
      </div>
    </div>
  )
}

function LargePhoto({ photo, alt, lie, onLie }: { photo: Photo; alt: string; lie: Lie; onLie: (lie: Lie) => void }) {
  const t = useWords(registrationWords)
  const [failed, setFailed] = useState(false)
  const grip = useRef<{ x: number; y: number } | null>(null)
  if (!photo.arrived || failed) {
    return <div className="review-photo review-photo--empty">{photo.arrived ? t.photoFailed : t.notArrived}</div>
  }
  const take = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { x: event.clientX - lie.x, y: event.clientY - lie.y }
  }
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (grip.current && lie.zoom > 1) {
      onLie({ ...lie, x: event.clientX - grip.current.x, y: event.clientY - grip.current.y })
    }
  }
  const transform = `translate(${lie.x}px, ${lie.y}px) rotate(${lie.turn * 90}deg) scale(${lie.zoom})`
  return (
    <div
      className="review-photo"
      onPointerDown={take}
      onPointerMove={move}
      onPointerUp={() => (grip.current = null)}
      onPointerCancel={() => (grip.current = null)}
    >
      <img
        src={addressOf(photo)}
        alt={alt}
        draggable={false}
        className={lie.turn % 2 === 1 ? 'review-photo__image review-photo__image--lying' : 'review-photo__image'}
        style={{ transform }}
        onError={() => setFailed(true)}
      />
    </div>
  )
}

function addressOf({ sha256 }: Photo): string {
  return `${apiBase}/photos/${sha256}`
}
