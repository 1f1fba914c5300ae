/** The mark: pins along a way, joined by a string – the performance curve, and the stages of a journey. */
import './Logo.css'

export function Logo({ size = 40 }: { readonly size?: number }) {
  return (
    <svg className="et-logo" viewBox="0 0 48 48" width={size} height={size} aria-hidden="true">
      <rect className="et-logo__board" width="48" height="48" rx="13" />
      <path className="et-logo__string" d="M10 29 C15 14 20 14 24 24 S33 35 38 16" />
      <circle className="et-logo__pin et-logo__pin--sun" cx="10" cy="29" r="4.6" />
      <circle className="et-logo__pin et-logo__pin--coral" cx="24" cy="24.4" r="4.6" />
      <circle className="et-logo__pin et-logo__pin--leaf" cx="38" cy="16" r="4.6" />
    </svg>
  )
}
