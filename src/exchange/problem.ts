/**
 * What can be wrong with a file, as data: a code and the place. Texts live in the `exchange` namespace of i18n and are
 * joined with these by `describeProblem`, so that the browser and the command line say the same.
 */
export type ProblemCode =
  | 'cancelled'
  | 'noTables'
  | 'missingTable'
  | 'emptyTable'
  | 'noJourney'
  | 'oneJourney'
  | 'notAZip'
  | 'zipDamaged'
  | 'zipEncrypted'
  | 'zipMethod'
  | 'zipUnsafeName'
  | 'zipSymlink'
  | 'zipBomb'
  | 'nestedArchive'
  | 'nestedFolder'
  | 'duplicateFile'
  | 'unreadable'
  | 'tooManyFiles'
  | 'fileTooLarge'
  | 'totalTooLarge'
  | 'tooManyRows'
  | 'cellTooLong'
  | 'utf16'
  | 'notUtf8'
  | 'quoteUnclosed'
  | 'quoteInside'
  | 'quoteTrailing'
  | 'missingColumn'
  | 'duplicateColumn'
  | 'cellCount'
  | 'emptyCell'
  | 'badId'
  | 'duplicateId'
  | 'duplicateRow'
  | 'unknownReference'
  | 'notNumber'
  | 'notInteger'
  | 'outOfRange'
  | 'notBoolean'
  | 'notDate'
  | 'notMonth'
  | 'notColour'
  | 'notOneOf'
  | 'notJson'
  | 'foreignJson'
  | 'jsonVersion'
  | 'jsonWrong'
  | 'jsonTwice'
  | 'unknownFormat'
  | 'severalFiles'
  | 'noMermaidJourney'
  | 'mermaidLine'
  | 'mermaidScore'
  | 'mermaidOutside'
  | 'xlsxNoTables'
  | 'xlsxDamaged'
  | 'xlsxEntity'
  | 'xlsxExternal'
  | 'xlsxMacro'
  | 'xlsxFormula'
  | 'xlsxError'
  | 'xlsxTooLarge'
  | 'xlsxOld'
  | 'noNotes'
  | 'noText'
  | 'tooManyColumns'

export interface ProblemPlace {
  /** The name as it was picked, without folder; of a zip entry the name inside the archive. */
  readonly file: string
  /** Counted in the file from 1; the header is line 1. */
  readonly line?: number
  /** The name in the header; for a broken header the missing or superfluous name. */
  readonly column?: string
  /** `records.cards[3].text`, in a file that has no lines. */
  readonly path?: string
  /** What stands there. */
  readonly value?: string
}

/** The other values a text may quote; each code uses the few it needs. */
export interface ProblemDetails {
  readonly limit?: string
  readonly expected?: string
  readonly table?: string
  /** Position in the line, in characters (bytes for a wrong encoding), from 1. */
  readonly character?: number
  readonly otherLine?: number
}

export interface ImportProblem extends ProblemPlace, ProblemDetails {
  readonly code: ProblemCode
}

/** Things worth saying that do not stop an import. */
export interface ImportNotice {
  readonly code:
    | 'fileIgnored'
    | 'columnIgnored'
    | 'columnKept'
    | 'pictureIgnored'
    | 'jsonIgnored'
    | 'sheetIgnored'
    | 'sheetPassedOver'
    | 'oldEncoding'
  readonly file: string
  readonly line?: number
  readonly column?: string
  readonly path?: string
  readonly value?: string
}
