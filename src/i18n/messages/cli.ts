/** What the command line says. Mistakes in files speak with the words of `exchange`, as in the app. */
import { defineMessages } from '../defineMessages.ts'

export const cli = defineMessages(
  {
    help: `Etappe on the command line: the same code as the app, without a browser.

  etappe serve                         the relay and the app on one port, as npm start does
  etappe convert IN OUT                from one format to another
  etappe poster IN OUT.pdf             the map as a poster

IN   a folder or zip of CSV tables (journey.csv, activities.csv, cards.csv …)
OUT  .json: everything in one file; .zip or a folder: CSV tables

Options of poster
  --size A0        A0 to A4, or a roll by its width in millimetres such as roll-914
  --upright        portrait instead of landscape
  --reading 18     points in which the text of cards is printed; without it the largest that fits
  --date 2027-04-30  the date on the poster; without it today

Options of all
  --lang de        language of messages and poster (de, en)
  --help           this text

Exit code 0: done. 1: something is wrong with the input or output; nothing was written. 2: wrong use.`,
    usage: 'Try etappe --help.',
    unknownCommand: '“{value}” is no command.',
    missingCommand: 'What is to be done? A command is missing.',
    wrongArguments: '“{command}” needs {expected}.',
    wrongOption: '{value}',
    unknownLanguage: '“{value}” is no language that Etappe speaks. It speaks de and en.',
    unknownFormat: 'Etappe cannot write “{value}”. It writes .json, .zip and folders of CSV tables.',
    unknownSize: '“{value}” is no paper size. Possible are {expected}.',
    wrongReading: '“{value}” is no size of text in points. Possible are 4 to 96.',
    wrongDate: '“{value}” is no date. Dates are written like 2027-04-30.',
    posterNeedsPdf: 'A poster is written as PDF; “{value}” does not end in .pdf.',
    inputMissing: '{file}: there is no such file or folder.',
    inputUnreadable: '{file} could not be read ({value}).',
    outputUnwritable: '{file} could not be written ({value}). Nothing was kept of it.',
    refused: 'The workshop refused the import ({value}). Nothing was written.',
    nothingWritten: 'Nothing was written.',
    posterFailed: 'The poster could not be made ({value}). Nothing was written.',
    notOnPoster: {
      one: 'One card does not fit and is not on the poster.',
      other: '{n} cards do not fit and are not on the poster.',
    },
    missingCharacters: 'No font has these characters; they are printed as placeholders: {value}',
    wrote: '{file} written.',
  },
  {
    help: `Etappe auf der Kommandozeile: derselbe Code wie die App, ohne Browser.

  etappe serve                         das Relay und die App an einem Port, wie npm start
  etappe convert IN OUT                von einem Format ins andere
  etappe poster IN OUT.pdf             die Karte als Poster

IN   ein Ordner oder Zip mit CSV-Tabellen (journey.csv, activities.csv, cards.csv …)
OUT  .json: alles in einer Datei; .zip oder ein Ordner: CSV-Tabellen

Optionen von poster
  --size A0        A0 bis A4 oder eine Rolle nach ihrer Breite in Millimetern wie roll-914
  --upright        Hochformat statt Querformat
  --reading 18     Punkt, in denen der Text der Karten gedruckt wird; ohne Angabe der größte, der passt
  --date 2027-04-30  das Datum auf dem Poster; ohne Angabe heute

Optionen von allen
  --lang de        Sprache der Meldungen und des Posters (de, en)
  --help           dieser Text

Rückgabewert 0: fertig. 1: Eingabe oder Ausgabe stimmt nicht; nichts wurde geschrieben. 2: falscher Aufruf.`,
    usage: 'Hilfe gibt etappe --help.',
    unknownCommand: '„{value}“ ist kein Befehl.',
    missingCommand: 'Was soll geschehen? Es fehlt ein Befehl.',
    wrongArguments: '„{command}“ braucht {expected}.',
    wrongOption: '{value}',
    unknownLanguage: '„{value}“ ist keine Sprache, die Etappe spricht. Möglich sind de und en.',
    unknownFormat:
      'Etappe kann „{value}“ nicht schreiben. Möglich sind .json, .zip und Ordner mit CSV-Tabellen.',
    unknownSize: '„{value}“ ist kein Papierformat. Möglich sind {expected}.',
    wrongReading: '„{value}“ ist keine Schriftgröße in Punkt. Möglich sind 4 bis 96.',
    wrongDate: '„{value}“ ist kein Datum. Ein Datum schreibt man wie 2027-04-30.',
    posterNeedsPdf: 'Ein Poster wird als PDF geschrieben; „{value}“ endet nicht auf .pdf.',
    inputMissing: '{file}: Diese Datei oder diesen Ordner gibt es nicht.',
    inputUnreadable: '{file} konnte nicht gelesen werden ({value}).',
    outputUnwritable: '{file} konnte nicht geschrieben werden ({value}). Es blieb nichts davon zurück.',
    refused: 'Der Workshop hat den Import abgelehnt ({value}). Es wurde nichts geschrieben.',
    nothingWritten: 'Es wurde nichts geschrieben.',
    posterFailed: 'Das Poster konnte nicht erstellt werden ({value}). Es wurde nichts geschrieben.',
    notOnPoster: {
      one: 'Eine Karte passt nicht und fehlt auf dem Poster.',
      other: '{n} Karten passen nicht und fehlen auf dem Poster.',
    },
    missingCharacters: 'Keine Schrift enthält diese Zeichen; gedruckt werden Platzhalter: {value}',
    wrote: '{file} geschrieben.',
  },
)
