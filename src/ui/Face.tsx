/** Five moods as drawn faces: the mouth and the brows differ, not only the colour. */
import './Face.css'

/** 1 is very unhappy, 5 very happy. */
export type Mood = 1 | 2 | 3 | 4 | 5

const MOUTHS: Readonly<Record<Mood, string>> = {
  1: 'M7.6 17 Q12 12.4 16.4 17',
  2: 'M8 16.4 Q12 14 16 16.4',
  3: 'M8 15.6 H16',
  4: 'M8 14.8 Q12 17.4 16 14.8',
  5: 'M7.4 14 Q12 20 16.6 14 Z',
}

export function Face({ mood, size = 28 }: { readonly mood: Mood; readonly size?: number }) {
  return (
    <svg
      className={`et-face et-face--${String(mood)}`}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
    >
      <circle className="et-face__skin" cx="12" cy="12" r="10.2" />
      {mood === 1 ? <path className="et-face__line" d="M7 7.8 L10 9 M17 7.8 L14 9" /> : null}
      <circle className="et-face__eye" cx="8.7" cy="10.2" r="1.25" />
      <circle className="et-face__eye" cx="15.3" cy="10.2" r="1.25" />
      <path className={mood === 5 ? 'et-face__smile' : 'et-face__line'} d={MOUTHS[mood]} />
    </svg>
  )
}
