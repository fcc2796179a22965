import { type ComponentProps, Suspense } from 'react'
import { lazyPart } from '../lazy-part.ts'

const CameraDialog = lazyPart(async () => (await import('./camera-dialog.tsx')).CameraDialog)

/** The camera in the page; loaded when it is first opened. */
export function OpenCamera(props: ComponentProps<typeof CameraDialog>) {
  return (
    <Suspense>
      <CameraDialog {...props} />
    </Suspense>
  )
}
