// The file that a tablet without a network wrote.
import { SealedFileAnswer } from '../../protocol/office/sealed-files.ts'
import { type Answer, askServer } from './ask-server.ts'

/** Sends the file's own bytes. Sending it again does no harm. */
export function takeSealedFile(file: Blob): Promise<Answer<SealedFileAnswer>> {
  return askServer(SealedFileAnswer, '/sealed-files', { method: 'POST', bytes: file })
}
