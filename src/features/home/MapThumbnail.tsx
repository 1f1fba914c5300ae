/** The small picture of a map, or an empty board as long as there is none. */
import './MapThumbnail.css'

export function MapThumbnail({ picture }: { readonly picture: string | null }) {
  return (
    <span className="et-thumbnail" aria-hidden="true">
      {picture === null ? (
        <svg viewBox="0 0 160 90" preserveAspectRatio="xMidYMid slice">
          <path
            className="et-thumbnail__ghost"
            d="M16 16h36l6 7-6 7H16l5-7zM62 16h36l6 7-6 7H62l5-7zM108 16h36l6 7-6 7h-36l5-7z"
          />
          <path className="et-thumbnail__string" d="M16 70 C40 40 60 48 82 62 S120 70 146 44" />
        </svg>
      ) : (
        <img src={picture} alt="" />
      )}
    </span>
  )
}
