import { type ReactNode, useEffect, useState } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

type Props = {
  /** The picture itself, its address, or null while there is none. */
  photo: Blob | string | null
  alt: string
  caption?: ReactNode
  /** Stands in the frame while there is no picture: missing, lost, on its way. */
  empty?: ReactNode
  /** `card` has the proportions of an ID card. */
  shape?: 'card' | 'portrait' | 'free'
  /** Buttons under the picture. */
  actions?: ReactNode
}

/** A picture with its caption and buttons, or what stands in its place. */
export function PhotoFrame({ photo, alt, caption, empty, shape = 'free', actions }: Props) {
  const address = useAddress(photo)
  return (
    <figure className={classNames('photo', `photo--${shape}`)}>
      {caption !== undefined && <figcaption className="photo__caption">{caption}</figcaption>}
      <div className={classNames('photo__frame', address === null && 'photo__frame--empty')}>
        {address === null ? (
          <>
            <Icon name="photo" />
            <span>{empty}</span>
          </>
        ) : (
          <img className="photo__image" src={address} alt={alt} />
        )}
      </div>
      {actions !== undefined && <div className="photo__actions">{actions}</div>}
    </figure>
  )
}

function useAddress(photo: Blob | string | null): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (photo === null || typeof photo === 'string') {
      setAddress(photo)
      return
    }
    const made = URL.createObjectURL(photo)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [photo])
  return address
}
