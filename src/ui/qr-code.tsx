// A QR code as a drawing of squares.
import { useMemo } from 'react'
import { encode } from 'uqr'

/** Dark on white whatever the colours around it, with the quiet zone that readers need. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { size: modules, data } = encode(text, { ecc: 'M', border: 4 })
    const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: modules, path: squares.join('') }
  }, [text])
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path className="qr-code__ground" fill="#ffffff" d={`M0 0h${size}v${size}H0z`} />
      <path className="qr-code__modules" fill="#000000" d={path} />
    </svg>
  )
}
