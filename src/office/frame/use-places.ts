// The parts of places that have several, as far as the person may use them.
import type { ReactNode } from 'react'
import { may } from '../../domain/permissions.ts'
import { queueWords } from '../../text/office/queue.ts'
import { tabletWords } from '../../text/office/tablets.ts'
import { useWords } from '../../ui/language.tsx'
import type { Tab } from './page.tsx'
import { useSession } from './session-context.tsx'

type Tabs = { label: string; items: readonly Tab[] }

/** Parts of `Hồ sơ`. */
export function useRegistrationTabs(): Tabs {
  const { role } = useSession().session.staff
  const t = useWords(queueWords)
  const tab = (path: string, label: ReactNode, shown: boolean) => (shown ? [{ path, label }] : [])
  return {
    label: t.tabs,
    items: [
      ...tab('/ho-so', t.queueTab, true),
      ...tab('/ho-so/giu-lai', t.quarantineTab, may(role, 'decideQuarantine')),
      ...tab('/ho-so/nap-tep', t.sealedFileTab, may(role, 'takeSealedFiles')),
    ],
  }
}

/** Parts of `Máy và người dùng`. */
export function useTabletTabs(): Tabs {
  const t = useWords(tabletWords)
  return {
    label: t.tabs,
    items: [
      { path: '/may-va-nguoi-dung', label: t.tabletsTab },
      { path: '/may-va-nguoi-dung/nguoi-dung', label: t.staffTab },
      { path: '/may-va-nguoi-dung/quen-ma-pin', label: t.recoveriesTab },
    ],
  }
}
