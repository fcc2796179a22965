import { useEffect, useState } from 'react'
import type { RecordPhoto } from '../../../protocol/record.ts'
import { readPhoto } from '../../actions/read-photo.ts'
import { useSession } from '../session-context.tsx'
import { unlessClosed } from '../unless-closed.ts'

/** The picture of a stored photo; `lost` when its bytes are gone. */
export function usePicture(photo: RecordPhoto | null): Blob | 'lost' | null {
  const session = useSession()
  const [read, setRead] = useState<{ sha256: string; picture: Blob | 'lost' } | null>(null)
  const sha256 = photo?.sha256 ?? null
  useEffect(() => {
    if (sha256 === null) return
    let stale = false
    const show = (picture: Blob | null) => {
      if (!stale) setRead({ sha256, picture: picture ?? 'lost' })
    }
    readPhoto(session, sha256).then(show, unlessClosed(session))
    return () => {
      stale = true
    }
  }, [session, sha256])
  return read !== null && read.sha256 === sha256 ? read.picture : null
}
