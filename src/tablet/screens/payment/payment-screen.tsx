import { useLocation } from 'wouter'
import { paymentWords } from '../../../text/tablet/payment.ts'
import { useWords } from '../../../ui/language.tsx'
import { Page } from '../../frame/page.tsx'
import { addressOfDelivery, deliveryInAddress } from './payment-address.ts'
import { PaymentDetail } from './payment-detail.tsx'
import './payment.css'

/** One person's payment of a month, in a page of its own. */
export function PaymentScreen({ period, beneficiary }: { period: string; beneficiary: string }) {
  const t = useWords(paymentWords)
  const [, navigate] = useLocation()
  const id = deliveryInAddress(period, beneficiary)
  return (
    <Page title={t.title} back="/chi-tra">
      {id === null ? (
        <p>{t.gone}</p>
      ) : (
        <PaymentDetail
          key={id}
          id={id}
          // Back leads to the list, however many doors came between.
          onOpen={(next) => navigate(addressOfDelivery(next), { replace: true })}
        />
      )}
    </Page>
  )
}
