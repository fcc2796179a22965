const keepMs = 60_000

/** Hands a file to the browser's downloads. */
export function downloadFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download reads the address after this call has returned.
  setTimeout(() => URL.revokeObjectURL(address), keepMs)
}
