import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, it } from 'vitest'
import type { ProfileId } from '../../../../src/domain/ids.ts'
import { ToolsProvider } from '../../../../src/tablet/frame/tools-context.tsx'
import { ClosedScreen } from '../../../../src/tablet/screens/trouble/closed-screen.tsx'
import { databaseName } from '../../../../src/tablet/store/tablet-database.ts'
import { nodeTools } from '../../../support/node-tablet.ts'

afterEach(cleanup)

const profileId = '01930000-0000-7000-8000-000000000001' as ProfileId

function show(databases: () => Promise<IDBDatabaseInfo[]>): void {
  const tools = nodeTools(() => Promise.reject(new Error('no network')))
  tools.indexedDB = { databases } as IDBFactory
  render(
    <ToolsProvider tools={tools}>
      <ClosedScreen reason="gone" profileId={profileId} />
    </ToolsProvider>,
  )
}

it('a database that the browser closed and still has is one that could not be written: nobody is told of a loss', async () => {
  show(() => Promise.resolve([{ name: databaseName(profileId), version: 1 }]))
  await screen.findByRole('heading', { name: 'Không ghi được vào bộ nhớ máy' })
})

it('nor where the browser can not say what it has', async () => {
  show(() => Promise.reject(new DOMException('the disk is full', 'UnknownError')))
  await screen.findByRole('heading', { name: 'Không ghi được vào bộ nhớ máy' })
})

it('a database that is not there any more was deleted', async () => {
  show(() => Promise.resolve([{ name: 'tan-nha', version: 1 }]))
  await screen.findByRole('heading', { name: 'Trình duyệt vừa xóa dữ liệu của ứng dụng' })
})
