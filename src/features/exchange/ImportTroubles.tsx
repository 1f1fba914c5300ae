/** What is wrong with a file, or what could not be placed: file, line, column, sentence. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import './ImportTroubles.css'

export interface ImportTrouble {
  readonly file: string
  readonly line: number | null
  readonly column: string | null
  readonly text: string
}

const MOST = 100

export function ImportTroubles({ troubles }: { readonly troubles: readonly ImportTrouble[] }) {
  const t = useTranslate()
  const more = troubles.length - MOST
  return (
    <>
      <ul className="et-import-troubles">
        {troubles.slice(0, MOST).map((trouble) => (
          <li key={`${trouble.file}|${String(trouble.line)}|${trouble.column ?? ''}|${trouble.text}`}>
            <span className="et-import-troubles__place">{placeOf(trouble, t)}</span>
            <span>{trouble.text}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{t('importDialog.more', { n: more })}</p> : null}
    </>
  )
}

function placeOf({ file, line, column }: ImportTrouble, t: ReturnType<typeof useTranslate>): string {
  const parts = [
    file,
    ...(line === null ? [] : [t('importDialog.line', { line: String(line) })]),
    ...(column === null ? [] : [t('importDialog.column', { column })]),
  ]
  return parts.filter((part) => part !== '').join(', ')
}
