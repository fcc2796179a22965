import type { JSHandle } from 'playwright-core'

/** The bytes of a blob that a page holds. As a list of numbers, the driver would look at every single one: seconds for a photo. */
export async function bytesOf(held: JSHandle<Blob>): Promise<Buffer> {
  const url = await held.evaluate(
    (blob) =>
      new Promise<string>((resolve, reject) => {
        const reader = new FileReader()
        reader.addEventListener('loadend', () => {
          if (typeof reader.result === 'string') resolve(reader.result)
          else reject(reader.error ?? new Error('not read'))
        })
        reader.readAsDataURL(blob)
      }),
  )
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}
