// Where the work stands.
import { Overview } from '../../protocol/office/overview.ts'
import { type Answer, askServer } from './ask-server.ts'

/** The overview of the communes in scope. */
export function readOverview(signal?: AbortSignal): Promise<Answer<Overview>> {
  return askServer(Overview, '/overview', { signal })
}
