import { useLocation } from 'wouter'
import { paymentListWords } from '../../../text/tablet/payment-list.ts'
import { useWords } from '../../../ui/language.tsx'
import { Page } from '../../frame/page.tsx'
import { addressOfDelivery, deliveryInAddress } from './payment-address.ts'
import { PaymentDetail } from './payment-detail.tsx'
import './payment.css'

/** One person's payment of a month, in a page of its own. */
export function PaymentScreen({ period, beneficiary }: { period: string; beneficiary: string }) {
  const listWords = useWords(paymentListWords)
  const [, navigate] = useLocation()
  const id = deliveryInAddress(period, beneficiary)
  return (
    <Page title={listWords.title} back="/chi-tra">
      {id === null ? (
        <p>{listWords.gone}</p>
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
