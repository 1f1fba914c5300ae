/** What the command line says. Mistakes in files speak with the words of `exchange`, as in the app. */
import { defineMessages } from '../defineMessages.ts'

export const cli = defineMessages(
  {
    help: `Etappe on the command line: the same code as the app, without a browser.

  etappe serve                         the relay and the app on one port, as npm start does
  etappe convert IN OUT                from one format to another
  etappe poster IN OUT.pdf             the map as a poster

IN   a workshop file (.etappe), a folder or zip of CSV tables (journey.csv, activities.csv …), a workbook (.xlsx),
     JSON, Mermaid journeys (.mmd, .md), or any table or list of notes (.csv, .tsv, .txt, .md, .xlsx)
OUT  .etappe: a workshop file that the app opens; .json: everything as text; .zip or a folder: CSV tables;
     .xlsx: a workbook; .mmd: a Mermaid journey; .md: minutes; .html: the map to read; .svg, .png: the map as a picture

Options of convert
  --width 3840     pixels of a .png from left to right
  --map NAME=text  what a column of notes is, by its name or number: text, more, phase, activity, lane, colour,
                   author, tag, skip; once for each column, without it as the header looks
  --header no      the first row of notes names the columns (yes) or is a note (no)
  --lane NAME      lane for notes that name none;  --activity TEXT  activity for those that name none
  --colour "#ffd166=Ideas"   lane for notes of a colour; once for each colour

Options of poster
  --size A0        A0 to A4, or a roll by its width in millimetres such as roll-914
  --upright        portrait instead of landscape
  --reading 18     points in which the text of cards is printed; without it the largest that fits
  --tiles A4       cut for an office printer (A4 or A3), with a plan of how to put the sheets together
  --split two      two posters side by side; “phases” makes a page for every phase
  --style grey     grey, or saving for little ink; without it colour
  --bleed          with bleed and crop marks, for a print shop
  --date 2027-04-30  the date on the poster; without it today
  --view inside    one view of the performance curve (inside or outside)
  --cards voted    fewer cards: voted, marked (pain points and moments of truth) or agreed
  --lanes "A; B"   only these lanes, by their names;  --phases "A; B"  only these phases
  --names          who wrote each card;  --ratings  what each person rated, as dots
  --link URL       a QR code that leads there, such as the workshop's link for reading
  --logo FILE.jpg  the company's logo;  --house-colour "#7a1f5c"  its colour
  --font FILE      a TrueType font for characters that the shipped ones lack; up to three times
  --sheet persona  no poster but sheets: persona, touchpoints, actions, empty (a map to write on) or cards (theme cards),
                   on A4 or Letter by --size; the empty map up to A0
    --compact      of touchpoints, as many on a page as fit
    --columns 8    of the empty map: phases, activities, or a number of blank columns
    --copies 3     so many theme cards of each lane for every phase; any:3 leaves the phase to be written

Options of all
  --lang de        language of messages and poster (de, en)
  --help           this text

Exit code 0: done. 1: something is wrong with the input or output; nothing was written. 2: wrong use.`,
    usage: 'Try npm run etappe -- --help.',
    unknownCommand: '“{value}” is no command.',
    missingCommand: 'What is to be done? A command is missing.',
    serveElsewhere: 'The relay is started by “npm run etappe -- serve”, or by “npm start”.',
    missingPaths: '“{value}” needs an input and an output.',
    tooManyPaths: 'There is one path too many: “{value}”.',
    unknownOption: '“{value}” is no option of this command.',
    missingValue: 'The option “{value}” needs a value.',
    unknownLanguage: '“{value}” is no language that Etappe speaks. It speaks de and en.',
    unknownFormat:
      'Etappe cannot write “{value}”. It writes .etappe, .json, .xlsx, .zip and folders of CSV tables, .mmd, .md, .html, .svg and .png.',
    unknownSize:
      '“{value}” is no paper size. Possible are A0 to A4 and rolls of 300 to 2000 mm such as roll-914.',
    wrongReading: '“{value}” is no size of text in points. Possible are 4 to 96.',
    unknownSplit: 'A poster cannot be split into “{value}”. Possible are one, two and phases.',
    unknownStyle: '“{value}” is no style of a poster. Possible are colour, grey and saving.',
    unknownTiles: 'A poster cannot be cut for “{value}”. Possible are A4 and A3.',
    wrongMap:
      '“{value}” names no column. It is written like “Note=text”; possible are text, more, phase, activity, lane, colour, author, tag and skip.',
    wrongColour: '“{value}” gives no colour a lane. It is written like “#ffd166=Ideas”.',
    wrongHeader: '“{value}” says nothing about the first row. Possible are yes and no.',
    wrongWidth: '“{value}” is no width of a picture in pixels. Possible are 100 to 30000.',
    unknownColumn: 'There is no column “{value}”. There are: {columns}.',
    unknownLane: 'There is no lane “{value}”. There are: {lanes}.',
    columnsTaken: 'Columns were read as: {value}.',
    unknownView: '“{value}” is no view. Possible are inside, outside and both.',
    unknownCards: '“{value}” names no cards. Possible are all, voted, marked and agreed.',
    wrongLink:
      '“{value}” is no link for a code. It begins with https:// or http:// and has at most 400 characters.',
    wrongHouseColour: '“{value}” is no colour. Colours are written like #7a1f5c.',
    tooManyFonts: 'There can be {value} fonts at most.',
    fileUnreadable: 'The file {value} cannot be read.',
    logoNoJpeg: '{value} is no JPEG. Save the logo as JPEG, and give that.',
    noSuchLane: 'There is no lane “{value}”. There are: {names}.',
    noSuchPhase: 'There is no phase “{value}”. There are: {names}.',
    font_noFont: 'This file is no font, or it is damaged.',
    font_postScript:
      'This font has PostScript outlines, which a poster cannot hold. Give its TrueType version (.ttf).',
    font_woff2: 'This font is packed for web pages (WOFF2). Give its .ttf file.',
    font_tooLarge: 'This font is larger than 32 MB. Give one for a single language.',
    font_notAllowed: 'The maker of this font does not allow it in documents.',
    unjoined:
      'These characters belong to scripts whose letters are joined or change their shape; they are printed one by one: {value}',
    wrongDate: '“{value}” is no date. Dates are written like 2027-04-30.',
    unknownSheet:
      '“{value}” is no kind of sheet. Possible are persona, touchpoints, actions, empty and cards.',
    unknownSheetPaper:
      'These sheets cannot be printed on “{value}”. Possible are A4 and Letter; an empty map also on A3 to A0.',
    unknownColumns:
      'An empty map cannot have “{value}” as its columns. Possible are phases, activities, and 3 to 40.',
    wrongCopies: '“{value}” is no number of cards. Possible are 1 to 20, or any:1 to any:20.',
    notWithSheet: 'The option “{value}” is for posters; it does not go with --sheet.',
    onlyWithSheet: 'The option “{value}” only goes with --sheet.',
    cellsTooSmall:
      'The cells are too small for codes, so there are none. Larger paper or fewer lanes have room for them.',
    codesNeedFile:
      'Without codes: tables have no lasting ids. Print from the workshop file (.etappe), so that photos of filled cards find their place.',
    wroteSheets: { one: '{value} written: {n} page.', other: '{value} written: {n} pages.' },
    posterNeedsPdf: 'A poster is written as PDF; “{value}” does not end in .pdf.',
    inputMissing: '{value}: There is no such file or folder.',
    inputUnreadable: '{value} cannot be read.',
    outputUnwritable: '{value} cannot be written. Nothing was kept of it.',
    refused: 'The workshop refused the import ({value}).',
    nothingWritten: 'Nothing was written.',
    noJourney: 'There is no journey in this workshop, so there is nothing to draw or to write as tables.',
    moreProblems: 'There may be more; these are the first {n}.',
    fontsMissing: 'The fonts of the poster are missing. Please install Etappe again.',
    posterTooLong:
      'The poster would be {length} mm long; a PDF page ends at {longest} mm. Please choose smaller text or a wider roll.',
    posterFailed: 'The poster could not be made ({value}).',
    smallerText: '{wanted} pt do not fit on this sheet; the text of the cards has {size} pt.',
    barelyLegible: 'The text of the cards has only {size} pt. Please consider a larger sheet or a roll.',
    missingCharacters: 'No font has these characters; boxes are printed instead: {value}',
    wrote: '{value} written.',
    wrotePoster: '{value} written: {shown} of {all} cards, card text {size} pt.',
    leftOut: 'Not in the output: {value}. Only .etappe and .json hold everything.',
  },
  {
    help: `Etappe auf der Kommandozeile: derselbe Code wie die App, ohne Browser.

  etappe serve                         das Relay und die App an einem Port, wie npm start
  etappe convert IN OUT                von einem Format ins andere
  etappe poster IN OUT.pdf             die Map als Poster

IN   eine Workshop-Datei (.etappe), ein Ordner oder Zip mit CSV-Tabellen (journey.csv, cards.csv …), eine
     Arbeitsmappe (.xlsx), JSON, Journeys von Mermaid (.mmd, .md) oder irgendeine Tabelle oder Liste mit
     Notizen (.csv, .tsv, .txt, .md, .xlsx)
OUT  .etappe: eine Workshop-Datei für die App; .json: alles als Text; .zip oder ein Ordner: CSV-Tabellen;
     .xlsx: eine Arbeitsmappe; .mmd: eine Mermaid-Journey; .md: Protokoll; .html: die Map zum Lesen;
     .svg, .png: als Bild

Optionen von convert
  --width 3840     Breite eines .png in Pixeln
  --map NAME=text  was eine Spalte mit Notizen ist, nach Name oder Nummer: text, more (weiterer Text), phase,
                   activity (Aktivität), lane (Zeile der Map), colour (Farbe), author (wer es schrieb),
                   tag (Schlagwort), skip (weglassen); je Spalte einmal, ohne Angabe nach der Kopfzeile
  --header no      die erste Zeile nennt die Spalten (yes) oder ist eine Notiz (no)
  --lane NAME      Zeile der Map für Notizen, die keine nennen;  --activity TEXT  Aktivität für solche
  --colour "#ffd166=Ideen"   Zeile der Map für Notizen einer Farbe; je Farbe einmal

Optionen von poster
  --size A0        A0 bis A4 oder eine Rolle nach ihrer Breite in Millimetern wie roll-914
  --upright        Hochformat statt Querformat
  --reading 18     Punkt, in denen der Text der Karten gedruckt wird; ohne Angabe der größte, der passt
  --tiles A4       für einen Bürodrucker zerschnitten (A4 oder A3), mit Plan zum Zusammensetzen
  --split two      zwei Poster nebeneinander; „phases“ macht aus jeder Phase eine Seite
  --style grey     grey für Grau, saving für wenig Tinte; ohne Angabe Farbe
  --bleed          mit Beschnitt und Schneidemarken, für die Druckerei
  --date 2027-04-30  das Datum auf dem Poster; ohne Angabe heute
  --view inside    eine Sicht der Performanzkurve (inside: innen, outside: außen)
  --cards voted    weniger Karten: voted (mit Punkten), marked (Pain Points und Moments of Truth) oder agreed (Erkenntnisse)
  --lanes "A; B"   nur diese Zeilen, mit ihren Namen;  --phases "A; B"  nur diese Phasen
  --names          wer welche Karte geschrieben hat;  --ratings  einzelne Bewertungen, als Punkte
  --link URL       ein QR-Code, der dorthin führt, etwa der Link des Workshops zum Lesen
  --logo DATEI.jpg das Logo der Firma;  --house-colour "#7a1f5c"  ihre Farbe
  --font DATEI     eine TrueType-Schrift für Zeichen, die den mitgelieferten fehlen; bis zu dreimal
  --sheet persona  kein Poster, sondern Blätter: persona, touchpoints (Kontaktpunkte), actions (Maßnahmen), empty (Map
                   zum Beschreiben) oder cards (Themenkarten), mit --size auf A4 oder Letter, die leere Map bis A0
    --compact      Kontaktpunkte: so viele auf eine Seite, wie passen
    --columns 8    leere Map: phases (Phasen), activities (Aktivitäten) oder so viele leere Spalten
    --copies 3     Themenkarten: so viele je Zeile und Phase; any:3 lässt die Phase zum Eintragen frei

Optionen von allen
  --lang de        Sprache der Meldungen und des Posters (de, en)
  --help           dieser Text

Rückgabewert 0: fertig. 1: Eingabe oder Ausgabe stimmt nicht; nichts wurde geschrieben. 2: falscher Aufruf.`,
    usage: 'Hilfe gibt npm run etappe -- --help.',
    unknownCommand: '„{value}“ ist kein Befehl.',
    missingCommand: 'Was soll geschehen? Es fehlt ein Befehl.',
    serveElsewhere: 'Das Relay startet mit „npm run etappe -- serve“ oder „npm start“.',
    missingPaths: '„{value}“ braucht eine Eingabe und eine Ausgabe.',
    tooManyPaths: 'Das ist ein Pfad zu viel: „{value}“.',
    unknownOption: '„{value}“ ist keine Option dieses Befehls.',
    missingValue: 'Die Option „{value}“ braucht einen Wert.',
    unknownLanguage: '„{value}“ ist keine Sprache, die Etappe spricht. Möglich sind de und en.',
    unknownFormat:
      'Etappe kann „{value}“ nicht schreiben. Möglich sind .etappe, .json, .xlsx, .zip und Ordner mit CSV-Tabellen, .mmd, .md, .html, .svg und .png.',
    unknownSize:
      '„{value}“ ist kein Papierformat. Möglich sind A0 bis A4 und Rollen von 300 bis 2000 mm wie roll-914.',
    wrongReading: '„{value}“ ist keine Schriftgröße in Punkt. Möglich sind 4 bis 96.',
    unknownSplit: 'In „{value}“ lässt sich ein Poster nicht teilen. Möglich sind one, two und phases.',
    unknownStyle: '„{value}“ ist keine Art zu drucken. Möglich sind colour, grey und saving.',
    unknownTiles: 'Für „{value}“ lässt sich ein Poster nicht zerschneiden. Möglich sind A4 und A3.',
    wrongMap:
      '„{value}“ benennt keine Spalte. Man schreibt es wie „Notiz=text“; möglich sind text, more, phase, activity, lane, colour, author, tag und skip.',
    wrongColour: '„{value}“ gibt keiner Farbe eine Zeile. Man schreibt es wie „#ffd166=Ideen“.',
    wrongHeader: '„{value}“ sagt nichts über die erste Zeile. Möglich sind yes und no.',
    wrongWidth: '„{value}“ ist keine Breite in Pixeln. Möglich sind 100 bis 30000.',
    unknownColumn: 'Eine Spalte „{value}“ gibt es nicht. Es gibt: {columns}.',
    unknownLane: 'Eine Zeile „{value}“ hat die Map nicht. Es gibt: {lanes}.',
    columnsTaken: 'Die Spalten wurden gelesen als: {value}.',
    unknownView: '„{value}“ ist keine Sicht. Möglich sind inside, outside und both.',
    unknownCards: '„{value}“ benennt keine Karten. Möglich sind all, voted, marked und agreed.',
    wrongLink:
      '„{value}“ ist kein Link für einen Code. Er beginnt mit https:// oder http:// und hat höchstens 400 Zeichen.',
    wrongHouseColour: '„{value}“ ist keine Farbe. Farben werden wie #7a1f5c geschrieben.',
    tooManyFonts: 'Es können höchstens {value} Schriften sein.',
    fileUnreadable: 'Die Datei {value} lässt sich nicht lesen.',
    logoNoJpeg: '{value} ist kein JPEG. Speichern Sie das Logo als JPEG, und geben Sie das an.',
    noSuchLane: 'Es gibt keine Zeile „{value}“. Es gibt: {names}.',
    noSuchPhase: 'Es gibt keine Phase „{value}“. Es gibt: {names}.',
    font_noFont: 'Diese Datei ist keine Schrift, oder sie ist beschädigt.',
    font_postScript:
      'Diese Schrift hat PostScript-Umrisse, die ein Poster nicht aufnehmen kann. Geben Sie ihre TrueType-Fassung (.ttf) an.',
    font_woff2: 'Diese Schrift ist für Webseiten gepackt (WOFF2). Geben Sie ihre .ttf-Datei an.',
    font_tooLarge: 'Diese Schrift ist größer als 32 MB. Geben Sie eine für eine einzelne Sprache an.',
    font_notAllowed: 'Der Hersteller erlaubt diese Schrift nicht in Dokumenten.',
    unjoined:
      'Diese Zeichen gehören zu Schriften, deren Buchstaben sich verbinden oder ihre Form ändern; sie werden einzeln gedruckt: {value}',
    wrongDate: '„{value}“ ist kein Datum. Ein Datum schreibt man wie 2027-04-30.',
    unknownSheet:
      '„{value}“ ist keine Art von Blatt. Möglich sind persona, touchpoints, actions, empty und cards.',
    unknownSheetPaper:
      'Auf „{value}“ lassen sich diese Blätter nicht drucken. Möglich sind A4 und Letter, für die leere Map auch A3 bis A0.',
    unknownColumns:
      '„{value}“ können keine Spalten einer leeren Map sein. Möglich sind phases, activities und 3 bis 40.',
    wrongCopies: '„{value}“ ist keine Anzahl von Karten. Möglich sind 1 bis 20 oder any:1 bis any:20.',
    notWithSheet: 'Die Option „{value}“ gehört zu Postern und geht nicht mit --sheet.',
    onlyWithSheet: 'Die Option „{value}“ geht nur mit --sheet.',
    cellsTooSmall:
      'Die Felder sind zu klein für Codes, deshalb gibt es keine. Auf größerem Papier oder mit weniger Zeilen ist Platz dafür.',
    codesNeedFile:
      'Ohne Codes: Tabellen haben keine bleibenden Kennungen. Drucken Sie aus der Workshop-Datei (.etappe), damit Fotos ausgefüllter Karten ihren Platz finden.',
    wroteSheets: { one: '{value} geschrieben: {n} Seite.', other: '{value} geschrieben: {n} Seiten.' },
    posterNeedsPdf: 'Ein Poster wird als PDF geschrieben; „{value}“ endet nicht auf .pdf.',
    inputMissing: '{value}: Diese Datei oder diesen Ordner gibt es nicht.',
    inputUnreadable: '{value} ist nicht lesbar.',
    outputUnwritable: '{value} lässt sich nicht schreiben. Es blieb nichts davon zurück.',
    refused: 'Der Workshop hat den Import abgelehnt ({value}).',
    nothingWritten: 'Es wurde nichts geschrieben.',
    noJourney:
      'In diesem Workshop gibt es keine Journey, also auch nichts zu zeichnen oder als Tabellen zu schreiben.',
    moreProblems: 'Es kann weitere geben; dies sind die ersten {n}.',
    fontsMissing: 'Die Schriften des Posters fehlen. Bitte installieren Sie Etappe neu.',
    posterTooLong:
      'Das Poster würde {length} mm lang; eine PDF-Seite endet bei {longest} mm. Bitte wählen Sie kleineren Text oder eine breitere Rolle.',
    posterFailed: 'Das Poster konnte nicht erstellt werden ({value}).',
    smallerText: '{wanted} pt passen nicht auf dieses Blatt; der Text der Karten hat {size} pt.',
    barelyLegible: 'Der Text der Karten hat nur {size} pt. Besser wäre ein größeres Blatt oder eine Rolle.',
    missingCharacters: 'Keine Schrift enthält diese Zeichen; gedruckt werden Kästchen: {value}',
    wrote: '{value} geschrieben.',
    wrotePoster: '{value} geschrieben: {shown} von {all} Karten, Kartentext {size} pt.',
    leftOut: 'Nicht in der Ausgabe: {value}. Alles enthalten nur .etappe und .json.',
  },
)
