/** What is printed around the map on a poster. The dialog that asks for one has texts of its own. */
import { defineMessages } from '../defineMessages.ts'

export const posterSheet = defineMessages(
  {
    evidence: 'What the cards rest on',
    traits: 'Traits',
    backed: '{n} % with evidence',
    onlyAssumed: 'assumptions only',
    code: 'Look at the workshop',
    footerAll: '{shown} cards · card text {size} pt · Etappe',
    footerSome: '{shown} of {all} cards · card text {size} pt · Etappe',
    subject: 'Customer journey map',
    tile: 'Row {row} of {rows}, column {column} of {columns}',
    ruler: '100 mm: print at 100 %',
    planTitle: 'How the sheets become a poster',
    planPrint: 'Print all sheets at 100 % (“actual size”), not “fit to page”.',
    planMeasure: 'Measure the ruler at the foot of a sheet: it must be exactly 100 mm long.',
    planCut: 'Cut each sheet at the marks on its right and at its foot. The other edges stay as they are.',
    planGlue: 'Lay the sheets out by row and column, let neighbours overlap by 10 mm, and glue them.',
    planPlace: '{row}/{column}',
    planLeftOut: {
      one: 'Sheet {places} would be blank and is not printed: leave its place free.',
      other: 'Sheets {places} would be blank and are not printed: leave their places free.',
    },
  },
  {
    evidence: 'Worauf die Karten beruhen',
    traits: 'Merkmale',
    backed: '{n} % belegt',
    onlyAssumed: 'nur Annahmen',
    code: 'Zum Workshop, nur lesen',
    footerAll: '{shown} Karten · Kartentext {size} pt · Etappe',
    footerSome: '{shown} von {all} Karten · Kartentext {size} pt · Etappe',
    subject: 'Customer-Journey-Map',
    tile: 'Reihe {row} von {rows}, Spalte {column} von {columns}',
    ruler: '100 mm: mit 100 % drucken',
    planTitle: 'So wird aus den Blättern ein Poster',
    planPrint: 'Drucken Sie alle Blätter mit 100 % („Tatsächliche Größe“), nicht „An Seite anpassen“.',
    planMeasure: 'Messen Sie das Lineal am Fuß eines Blattes: Es muss genau 100 mm lang sein.',
    planCut:
      'Schneiden Sie jedes Blatt rechts und unten an den Marken. Die anderen Kanten bleiben, wie sie sind.',
    planGlue:
      'Legen Sie die Blätter nach Reihe und Spalte aus, lassen Sie Nachbarn 10 mm überlappen, und kleben Sie sie.',
    planPlace: '{row}/{column}',
    planLeftOut: {
      one: 'Blatt {places} wäre leer und wird nicht gedruckt: Lassen Sie seinen Platz frei.',
      other: 'Die Blätter {places} wären leer und werden nicht gedruckt: Lassen Sie ihre Plätze frei.',
    },
  },
)
