/** The characters beneath a code, for when the code itself cannot be read. */
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Field } from '../../ui/Field.tsx'

export interface TypedCodeProps {
  /** False when they are not those of a card of this workshop. */
  readonly onTyped: (typed: string) => boolean
}

/** Fourteen characters and three hyphens. */
const WHOLE = 14

export function TypedCode({ onTyped }: TypedCodeProps) {
  const t = useTranslate()
  const [isWrong, setWrong] = useState(false)
  return (
    <Field label={t('paper.typed')} error={isWrong ? t('paper.typedWrong') : undefined}>
      {({ id, describedBy }) => (
        <input
          id={id}
          className="et-input"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          placeholder="XXXX-XXXX-XXXX-XX"
          aria-describedby={describedBy}
          aria-invalid={isWrong}
          onChange={({ target }) => {
            const isWhole = target.value.replace(/[^0-9a-z]/gi, '').length >= WHOLE
            setWrong(isWhole && !onTyped(target.value))
          }}
        />
      )}
    </Field>
  )
}
