/** What was wrong with the words of the command line. Apart from the command, because every part of it is read on its own. */

/** A wrong use: which sentence to say about which word. */
export interface UsageProblem {
  readonly code:
    | 'unknownCommand'
    | 'missingCommand'
    | 'serveElsewhere'
    | 'missingPaths'
    | 'tooManyPaths'
    | 'unknownOption'
    | 'missingValue'
    | 'unknownFormat'
    | 'unknownSize'
    | 'wrongReading'
    | 'unknownTiles'
    | 'unknownSplit'
    | 'unknownStyle'
    | 'wrongDate'
    | 'unknownView'
    | 'unknownCards'
    | 'wrongLink'
    | 'wrongHouseColour'
    | 'tooManyFonts'
    | 'unknownSheet'
    | 'unknownSheetPaper'
    | 'unknownColumns'
    | 'wrongCopies'
    | 'notWithSheet'
    | 'onlyWithSheet'
    | 'posterNeedsPdf'
    | 'wrongMap'
    | 'wrongColour'
    | 'wrongHeader'
    | 'wrongWidth'
  readonly value: string
}
