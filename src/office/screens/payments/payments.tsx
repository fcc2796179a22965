// `Chi trả`: the months, and within one its parts.
import './payments.css'
import { Route, Switch } from 'wouter'
import type { BeneficiaryId } from '../../../domain/ids.ts'
import { PeriodKey } from '../../../protocol/office/periods.ts'
import { useMay } from '../../frame/session-context.tsx'
import { AssignScreen } from './assign-screen.tsx'
import { MattersScreen } from './matters-screen.tsx'
import { PayeeScreen } from './payee-screen.tsx'
import { PayeesScreen } from './payees-screen.tsx'
import { PeriodScreen } from './period-screen.tsx'
import { PeriodsScreen } from './periods-screen.tsx'
import { ReconciliationScreen } from './reconciliation-screen.tsx'
import { ReturnScreen } from './return-screen.tsx'
import { SheetScreen } from './sheet-screen.tsx'

const month = '/chi-tra/:commune/:period'

/** Everything below `/chi-tra`. */
export function Payments({ notFound }: { notFound: React.ReactNode }) {
  const manages = useMay('managePayments')
  /** A month by its address; an address that names none leads nowhere. */
  const ofMonth = (params: { commune: string; period: string }, show: (at: PeriodKey) => React.ReactNode) => {
    const at = PeriodKey.safeParse({ commune: params.commune, period: params.period })
    return at.success ? show(at.data) : notFound
  }
  const managed = (screen: React.ReactNode) => (manages ? screen : notFound)
  return (
    <Switch>
      <Route path="/chi-tra">
        <PeriodsScreen />
      </Route>
      <Route path={month}>{(params) => ofMonth(params, (at) => <PeriodScreen key={keyOf(at)} at={at} />)}</Route>
      <Route path={`${month}/nguoi`}>
        {(params) => ofMonth(params, (at) => <PayeesScreen key={keyOf(at)} at={at} />)}
      </Route>
      <Route path={`${month}/nguoi/:person`}>
        {(params) =>
          ofMonth(params, (at) => <PayeeScreen key={params.person} at={at} person={params.person as BeneficiaryId} />)
        }
      </Route>
      <Route path={`${month}/phan-cong`}>
        {(params) => managed(ofMonth(params, (at) => <AssignScreen key={keyOf(at)} at={at} />))}
      </Route>
      <Route path={`${month}/can-xu-ly`}>
        {(params) => managed(ofMonth(params, (at) => <MattersScreen key={keyOf(at)} at={at} />))}
      </Route>
      <Route path={`${month}/quyet-toan`}>
        {(params) => managed(ofMonth(params, (at) => <ReconciliationScreen key={keyOf(at)} at={at} />))}
      </Route>
      <Route path={`${month}/ban-giao`}>
        {(params) => managed(ofMonth(params, (at) => <ReturnScreen key={keyOf(at)} at={at} />))}
      </Route>
      <Route path={`${month}/bang-ky`}>
        {(params) => managed(ofMonth(params, (at) => <SheetScreen key={keyOf(at)} at={at} />))}
      </Route>
      <Route>{notFound}</Route>
    </Switch>
  )
}

function keyOf({ commune, period }: PeriodKey): string {
  return `${commune}/${period}`
}
