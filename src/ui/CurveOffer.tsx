/**
 * Where somebody rates on a map without the row of the performance curve: says so, and adds it with one tap. The tap
 * takes the offer away, so the focus goes back to where one rates, and what happened is told.
 */
import { type RefObject, useState } from 'react'
import { useTranslate } from '../i18n/useTranslate.ts'
import { Button } from './Button.tsx'
import { Callout } from './Callout.tsx'

export interface CurveOfferProps {
  readonly isMissing: boolean
  readonly onAdd: () => void
  /** Where one rates; it takes the focus. */
  readonly home: RefObject<HTMLElement | null>
}

export function CurveOffer({ isMissing, onAdd, home }: CurveOfferProps) {
  const t = useTranslate()
  const [wasTapped, setTapped] = useState(false)
  const add = () => {
    onAdd()
    setTapped(true)
    home.current?.focus()
  }
  return (
    <>
      {isMissing ? (
        <Callout actions={<Button onClick={add}>{t('canvas.addCurve')}</Button>}>
          <p>{t('canvas.noCurve')}</p>
        </Callout>
      ) : null}
      <output className="et-visually-hidden">{wasTapped && !isMissing ? t('canvas.curveAdded') : ''}</output>
    </>
  )
}
