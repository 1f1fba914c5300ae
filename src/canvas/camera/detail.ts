/**
 * Which layer draws the map: below the threshold one picture of the whole map, above it the cards themselves. Two
 * thresholds, so that a hand resting near the border does not switch back and forth.
 */
export type Detail = 'far' | 'near'

export const NEAR_FROM_ZOOM = 0.4
export const FAR_BELOW_ZOOM = 0.34

export function detailAt(zoom: number, current: Detail): Detail {
  if (current === 'far') return zoom >= NEAR_FROM_ZOOM ? 'near' : 'far'
  return zoom < FAR_BELOW_ZOOM ? 'far' : 'near'
}
