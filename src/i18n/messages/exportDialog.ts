/** The dialog that hands the map out: formats, what each is good for, and what it cannot hold. */
import { defineMessages } from '../defineMessages.ts'

export const exportDialog = defineMessages(
  {
    open: 'Export …',
    title: 'Export',
    description: 'Take the map along as data or picture. For paper there is the poster.',
    format: 'Format',
    journey: 'Journey',
    do: 'Export',
    working: 'Writing the file …',
    done: '“{name}” is ready and lies in your downloads.',
    leftOut: 'This format cannot hold everything. Not in the file:',
    noJourney: 'There is no journey in this workshop, so there is nothing to export in this format.',
    cancelled: 'The export was cancelled.',
    failed: 'The export could not be made. The workshop itself is unharmed.',
    csv: 'Tables (CSV)',
    csvText: 'One zip with a table per kind: for spreadsheets, analyses, and for coming back changed.',
    json: 'Data (JSON)',
    jsonText: 'Everything the workshop says as text with a published schema: for programs and archives.',
  },
  {
    open: 'Exportieren …',
    title: 'Exportieren',
    description: 'Nehmen Sie die Map als Daten oder Bild mit. Für Papier gibt es das Poster.',
    format: 'Format',
    journey: 'Journey',
    do: 'Exportieren',
    working: 'Die Datei wird geschrieben …',
    done: '„{name}“ ist fertig und liegt in Ihren Downloads.',
    leftOut: 'Dieses Format fasst nicht alles. Nicht in der Datei sind:',
    noJourney: 'In diesem Workshop gibt es keine Journey, also nichts für dieses Format.',
    cancelled: 'Der Export wurde abgebrochen.',
    failed: 'Der Export ist nicht gelungen. Der Workshop selbst ist unversehrt.',
    csv: 'Tabellen (CSV)',
    csvText:
      'Ein Zip mit einer Tabelle je Art: für Tabellenprogramme, Auswertungen und die Rückkehr mit Änderungen.',
    json: 'Daten (JSON)',
    jsonText:
      'Alles, was der Workshop sagt, als Text mit veröffentlichtem Schema: für Programme und Archive.',
  },
)
