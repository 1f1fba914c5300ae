/** What is said about files: why one cannot be read, and where and what to do. `src/exchange/problem.ts` has the codes. */
import { defineMessages } from '../defineMessages.ts'

export const exchange = defineMessages(
  {
    placeLine: '{file}, line {line}',
    placeColumn: '{file}, line {line}, column “{column}”',
    placeHeader: '{file}, column “{column}”',
    placePath: '{file}, {path}',
    nothingChanged: 'Nothing was imported and nothing was changed.',

    cancelled: 'The import was cancelled.',
    noTables:
      'There is no table of a journey here. Expected are files such as journey.csv, activities.csv and cards.csv, together or in one zip.',
    missingTable: 'This table is missing; an import needs it.',
    emptyTable: 'This table is empty. Its first line must name the columns.',
    noJourney: 'This table holds no journey; it needs exactly one.',
    oneJourney:
      'The tables hold one journey, and this is a second one. Please import each journey from files of its own.',
    notAZip:
      'This file is neither a zip archive nor a table of a journey. Please choose the zip, or all CSV files together.',
    zipDamaged: 'The zip archive is damaged or was cut off. Please copy or create it again.',
    zipEncrypted: 'This file is protected by a password. Please create the zip without one.',
    zipMethod: 'This file is packed with a method that cannot be read here. Please create an ordinary zip.',
    zipUnsafeName:
      'The zip holds a file whose name leads out of the archive. For safety nothing of it was read.',
    zipSymlink: 'The zip holds a link instead of a file. Please pack the file itself.',
    zipBomb:
      'This file unpacks to more than {limit} times its packed size. For safety unpacking was stopped.',
    nestedArchive: 'The zip holds another archive. Please pack the tables themselves.',
    nestedFolder: 'The zip holds folders inside its folder. Please pack the tables into one folder.',
    duplicateFile: 'This file is there twice. Please keep one of them.',
    unreadable: 'This file could not be read ({value}).',
    tooManyFiles: 'There are more than {limit} files in it. Please pack only the tables.',
    fileTooLarge: 'This file is larger than {limit}, the most that one file may have.',
    totalTooLarge:
      'With this file the tables are larger than {limit} together, the most that one import may have.',
    tooManyRows: 'This table has more than {limit} records, the most that one table may have.',
    cellTooLong: 'This text has {value} characters; at most {limit} are possible.',
    utf16: 'This file is saved as UTF-16. Please save it as “CSV UTF-8”.',
    notUtf8: 'Byte {character} of this line is not UTF-8. Please save the file as “CSV UTF-8”.',
    quoteUnclosed: 'The quotation mark at character {character} is never closed.',
    quoteInside:
      'There is a quotation mark at character {character} in a text that does not begin with one. Please put the whole text in quotation marks and double those inside.',
    quoteTrailing:
      'Text follows the closing quotation mark (line {otherLine}, character {character}). Quotation marks inside a text must be doubled.',
    missingColumn: 'This column is missing in the header.',
    duplicateColumn: 'This column is there twice in the header.',
    cellCount: 'This record has {value} cells, but the header has {expected}.',
    emptyCell: 'This must not be empty.',
    badId:
      '“{value}” cannot be an id. Letters without accents, digits, “-” and “_” are possible, at most 64.',
    duplicateId: 'The id “{value}” was used in line {otherLine} already.',
    duplicateRow: '“{value}” is in line {otherLine} already.',
    unknownReference: '“{value}” is not in {table}.',
    notNumber: '“{value}” is not a number. Numbers are written like 3.5.',
    notInteger: '“{value}” is not a whole number.',
    outOfRange: '{value} is outside {expected}.',
    notBoolean: '“{value}” is neither true nor false.',
    notDate: '“{value}” is not a date. Dates are written like 2027-04-30.',
    notMonth: '“{value}” is not a month. Months are written like 2027-04.',
    notColour: '“{value}” is not a colour. Colours are written like #F4A259.',
    notOneOf: '“{value}” is not possible here. Possible are: {expected}.',

    notJson: 'This file is no JSON. It may have been cut off or changed by a text editor.',
    foreignJson:
      'This JSON is not that of an Etappe workshop. It would begin with "format": "etappe-workshop".',
    jsonVersion:
      'This JSON is of version {value}; this Etappe reads version {expected}. Please export it again, or update Etappe.',
    jsonWrong: '{value} is not possible here. Possible is: {expected}.',
    jsonTwice: 'The id “{value}” is there twice in this table.',
    unknownFormat:
      'This file is nothing that Etappe can import. It reads its own files (.etappe), tables (CSV, XLSX), JSON, and Mermaid journeys.',
    severalFiles: 'Only tables (CSV) come as several files. Please choose this file by itself.',
    noMermaidJourney: 'There is no journey diagram here. One begins with a line that says “journey”.',
    mermaidLine: '“{value}” is no line of a journey diagram. Tasks are written like “Search: 4: Customer”.',
    mermaidScore: '“{value}” is no score. Scores go from 1 to 5.',
    mermaidOutside: 'There is a task before the first “journey” line.',
    xlsxNoTables:
      'This workbook has no sheet that is a table of a journey. The sheets are named like the tables: journey, activities, cards …',
    xlsxDamaged: 'The workbook is damaged ({value}). Please save it again in your spreadsheet program.',
    xlsxEntity:
      'The workbook defines entities of its own ({value}). No spreadsheet does that; it was not opened.',
    xlsxExternal: 'The workbook refers to other files ({value}). Please remove the links and save it again.',
    xlsxMacro: 'The workbook holds macros. Please save it as an ordinary workbook (.xlsx).',
    xlsxFormula: 'There is a formula here. Please replace it by its value (copy, paste as values).',
    xlsxError: 'This cell shows an error ({value}). Please correct it.',
    xlsxTooLarge: 'This sheet has more than {limit} rows or columns that are filled.',
    xlsxOld: 'This is a workbook of the old format (.xls). Please save it as .xlsx.',

    noNotes: 'There is nothing in it that could become a card.',
    noText: 'This file is no text. Please save the table as “CSV UTF-8”.',
    tooManyColumns: 'This row has more than {limit} cells. Please keep only the columns that are needed.',

    fileIgnored: 'This file is no table of a journey and was left out.',
    columnKept: 'This column is not part of the format; it was kept as a field of its own.',
    columnIgnored: 'This column is not known and was left out.',
    pictureIgnored: 'Pictures are not imported from tables; “{value}” was left out.',
    jsonIgnored: 'This part is not imported here and is left out. {value}',
    sheetIgnored: 'This sheet is no table of a journey and was left out.',
    sheetPassedOver: 'Only the first sheet with notes is read; this one was left out.',
    oldEncoding:
      'This file is not saved as UTF-8; it was read as Windows-1252. Please look at the umlauts and accents.',
  },
  {
    placeLine: '{file}, Zeile {line}',
    placeColumn: '{file}, Zeile {line}, Spalte „{column}“',
    placeHeader: '{file}, Spalte „{column}“',
    placePath: '{file}, {path}',
    nothingChanged: 'Es wurde nichts importiert und nichts verändert.',

    cancelled: 'Der Import wurde abgebrochen.',
    noTables:
      'Hier ist keine Tabelle einer Journey. Erwartet werden Dateien wie journey.csv, activities.csv und cards.csv, zusammen oder in einem Zip.',
    missingTable: 'Diese Tabelle fehlt; ohne sie geht kein Import.',
    emptyTable: 'Diese Tabelle ist leer. Die erste Zeile muss die Spalten nennen.',
    noJourney: 'In dieser Tabelle steht keine Journey; genau eine ist nötig.',
    oneJourney:
      'Die Tabellen enthalten eine Journey, und dies ist eine zweite. Bitte importieren Sie jede Journey aus eigenen Dateien.',
    notAZip:
      'Diese Datei ist weder ein Zip-Archiv noch die Tabelle einer Journey. Bitte wählen Sie das Zip oder alle CSV-Dateien zusammen.',
    zipDamaged: 'Das Zip-Archiv ist beschädigt oder unvollständig. Bitte kopieren oder erstellen Sie es neu.',
    zipEncrypted: 'Diese Datei ist mit einem Passwort geschützt. Bitte erstellen Sie das Zip ohne Passwort.',
    zipMethod:
      'Diese Datei ist mit einem Verfahren gepackt, das hier nicht lesbar ist. Bitte erstellen Sie ein gewöhnliches Zip.',
    zipUnsafeName:
      'Im Zip ist eine Datei, deren Name aus dem Archiv hinausführt. Zur Sicherheit wurde nichts daraus gelesen.',
    zipSymlink: 'Im Zip ist eine Verknüpfung statt einer Datei. Bitte packen Sie die Datei selbst.',
    zipBomb:
      'Diese Datei entpackt sich auf mehr als das {limit}-Fache ihrer gepackten Größe. Zur Sicherheit wurde das Entpacken beendet.',
    nestedArchive: 'Im Zip ist ein weiteres Archiv. Bitte packen Sie die Tabellen selbst.',
    nestedFolder: 'Im Ordner des Zips sind weitere Ordner. Bitte packen Sie die Tabellen in einen Ordner.',
    duplicateFile: 'Diese Datei ist doppelt vorhanden. Bitte behalten Sie eine davon.',
    unreadable: 'Diese Datei konnte nicht gelesen werden ({value}).',
    tooManyFiles: 'Darin sind mehr als {limit} Dateien. Bitte packen Sie nur die Tabellen.',
    fileTooLarge: 'Diese Datei ist größer als {limit}; mehr darf eine Datei nicht haben.',
    totalTooLarge:
      'Mit dieser Datei sind die Tabellen zusammen größer als {limit}; mehr darf ein Import nicht haben.',
    tooManyRows: 'Diese Tabelle hat mehr als {limit} Datensätze; mehr darf eine Tabelle nicht haben.',
    cellTooLong: 'Dieser Text hat {value} Zeichen; möglich sind höchstens {limit}.',
    utf16: 'Diese Datei ist als UTF-16 gespeichert. Bitte speichern Sie sie als „CSV UTF-8“.',
    notUtf8: 'Byte {character} dieser Zeile ist kein UTF-8. Bitte speichern Sie die Datei als „CSV UTF-8“.',
    quoteUnclosed: 'Das Anführungszeichen an Stelle {character} wird nie geschlossen.',
    quoteInside:
      'An Stelle {character} steht ein Anführungszeichen in einem Text, der nicht mit einem beginnt. Bitte setzen Sie den ganzen Text in Anführungszeichen und verdoppeln Sie die inneren.',
    quoteTrailing:
      'Auf das schließende Anführungszeichen folgt Text (Zeile {otherLine}, Stelle {character}). Anführungszeichen in einem Text müssen verdoppelt sein.',
    missingColumn: 'Diese Spalte fehlt in der Kopfzeile.',
    duplicateColumn: 'Diese Spalte steht zweimal in der Kopfzeile.',
    cellCount: 'Dieser Datensatz hat {value} Zellen, die Kopfzeile aber {expected}.',
    emptyCell: 'Hier muss etwas stehen.',
    badId:
      '„{value}“ kann keine Kennung sein. Möglich sind Buchstaben ohne Akzente, Ziffern, „-“ und „_“, höchstens 64.',
    duplicateId: 'Die Kennung „{value}“ ist schon in Zeile {otherLine} vergeben.',
    duplicateRow: '„{value}“ steht schon in Zeile {otherLine}.',
    unknownReference: '„{value}“ steht nicht in {table}.',
    notNumber: '„{value}“ ist keine Zahl. Zahlen schreibt man wie 3.5.',
    notInteger: '„{value}“ ist keine ganze Zahl.',
    outOfRange: '{value} liegt außerhalb von {expected}.',
    notBoolean: '„{value}“ ist weder true noch false.',
    notDate: '„{value}“ ist kein Datum. Ein Datum schreibt man wie 2027-04-30.',
    notMonth: '„{value}“ ist kein Monat. Einen Monat schreibt man wie 2027-04.',
    notColour: '„{value}“ ist keine Farbe. Farben schreibt man wie #F4A259.',
    notOneOf: '„{value}“ ist hier nicht möglich. Möglich sind: {expected}.',

    notJson:
      'Diese Datei ist kein JSON. Vielleicht wurde sie abgeschnitten oder in einem Texteditor verändert.',
    foreignJson: 'Dieses JSON gehört zu keinem Etappe-Workshop. Es begänne mit "format": "etappe-workshop".',
    jsonVersion:
      'Dieses JSON hat die Version {value}; dieses Etappe liest Version {expected}. Bitte exportieren Sie es neu oder aktualisieren Sie Etappe.',
    jsonWrong: '{value} ist hier nicht möglich. Möglich ist: {expected}.',
    jsonTwice: 'Die Kennung „{value}“ steht zweimal in dieser Tabelle.',
    unknownFormat:
      'Diese Datei kann Etappe nicht importieren. Es liest eigene Dateien (.etappe), Tabellen (CSV, XLSX), JSON und Journeys von Mermaid.',
    severalFiles: 'Nur Tabellen (CSV) kommen als mehrere Dateien. Bitte wählen Sie diese Datei allein.',
    noMermaidJourney: 'Hier ist kein Journey-Diagramm. Es begänne mit einer Zeile, in der „journey“ steht.',
    mermaidLine:
      '„{value}“ ist keine Zeile eines Journey-Diagramms. Aufgaben schreibt man wie „Suchen: 4: Kundin“.',
    mermaidScore: '„{value}“ ist keine Wertung. Wertungen gehen von 1 bis 5.',
    mermaidOutside: 'Vor der ersten Zeile mit „journey“ steht eine Aufgabe.',
    xlsxNoTables:
      'In dieser Arbeitsmappe ist kein Blatt eine Tabelle einer Journey. Die Blätter heißen wie die Tabellen: journey, activities, cards …',
    xlsxDamaged:
      'Die Arbeitsmappe ist beschädigt ({value}). Bitte speichern Sie sie neu in Ihrem Tabellenprogramm.',
    xlsxEntity:
      'Die Arbeitsmappe erklärt eigene Entitäten ({value}). Das tut kein Tabellenprogramm; sie wurde nicht geöffnet.',
    xlsxExternal:
      'Die Arbeitsmappe verweist auf andere Dateien ({value}). Bitte entfernen Sie die Verknüpfungen und speichern Sie sie neu.',
    xlsxMacro: 'Die Arbeitsmappe enthält Makros. Bitte speichern Sie sie als gewöhnliche Mappe (.xlsx).',
    xlsxFormula:
      'Hier steht eine Formel. Bitte ersetzen Sie sie durch ihren Wert (kopieren, als Werte einfügen).',
    xlsxError: 'Diese Zelle zeigt einen Fehler ({value}). Bitte berichtigen Sie sie.',
    xlsxTooLarge: 'In diesem Blatt sind mehr als {limit} Zeilen oder Spalten gefüllt.',
    xlsxOld: 'Dies ist eine Arbeitsmappe im alten Format (.xls). Bitte speichern Sie sie als .xlsx.',

    noNotes: 'Darin ist nichts, woraus eine Karte werden könnte.',
    noText: 'Diese Datei ist kein Text. Bitte speichern Sie die Tabelle als „CSV UTF-8“.',
    tooManyColumns:
      'In dieser Zeile sind mehr als {limit} Zellen gefüllt. Bitte behalten Sie nur die Spalten, die Sie brauchen.',

    fileIgnored: 'Diese Datei ist keine Tabelle einer Journey und blieb weg.',
    columnKept: 'Diese Spalte gehört nicht zum Format; sie wurde als eigenes Feld übernommen.',
    columnIgnored: 'Diese Spalte ist nicht bekannt und blieb weg.',
    pictureIgnored: 'Bilder werden nicht aus Tabellen importiert; „{value}“ blieb weg.',
    jsonIgnored: 'Dieser Teil wird hier nicht importiert und bleibt weg. {value}',
    sheetIgnored: 'Dieses Blatt ist keine Tabelle einer Journey und blieb weg.',
    sheetPassedOver: 'Gelesen wird nur das erste Blatt mit Notizen; dieses blieb weg.',
    oldEncoding:
      'Diese Datei ist nicht als UTF-8 gespeichert und wurde als Windows-1252 gelesen. Bitte achten Sie auf Umlaute und Akzente.',
  },
)
