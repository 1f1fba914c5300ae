import { defineMessages } from '../defineMessages.ts'

export const deviceArchive = defineMessages(
  {
    action: 'Save everything on this device',
    title: 'Save everything on this device',
    intro:
      'One zip with a workshop file for each workshop, those in the bin too, with pictures and earlier states. It is read again before it is called whole. Links are not in it: for those there is the recovery sheet.',
    start: 'Save everything',
    working: 'Packing and reading again …',
    done: {
      one: 'One workshop is in the zip, which was read again and is whole. It is in your downloads.',
      other: '{n} workshops are in the zip, which was read again and is whole. It is in your downloads.',
    },
    missingPictures: {
      one: 'One picture is not in it, because it is not on this device.',
      other: '{n} pictures are not in it, because they are not on this device.',
    },
    secondCopies:
      'Perhaps not all of it: {titles}. Only the second copy could be read. Reload the page and save again.',
    leftOutTitle: 'Not in the zip',
    leftOutFull: 'there was no room in one zip; save it by itself',
    failed: 'The zip could not be made. {reason} Nothing was changed.',
    nothing: 'There is no workshop on this device.',
    openTitle: 'Open everything from a zip',
    openText: {
      one: 'There is one workshop in it. New ones are added; those that are here are merged, and nothing of them is lost.',
      other:
        'There are {n} workshops in it. New ones are added; those that are here are merged, and nothing of them is lost.',
    },
    looking: 'Reading …',
    kindNew: 'new here',
    severalTitle: 'Open several files',
    severalText: {
      one: 'One file. What is new here is added; what is here is merged, and nothing of it is lost.',
      other:
        '{n} files, taken in one after the other. What is new here is added; what is here is merged, in any order with the same result, and nothing of it is lost.',
    },
    kindAlso: 'the same workshop as “{name}”; comes in addition',
    kindHere: 'is here; brings {what}',
    kindHereQuiet: 'is here; brings changes too small to be counted',
    added: '{n} new',
    changed: '{n} changed',
    binned: '{n} into the bin',
    restored: '{n} out of the bin',
    pictures: { one: 'one picture or file', other: '{n} pictures or files' },
    openAlone:
      'The others are taken in all the same. Open a damaged file by itself to see what can still be read of it.',
    kindBinned: 'is in the bin here; taking it in takes it out of the bin',
    kindSame: 'is here already, with all of it',
    kindTaken: 'taken in',
    takeAll: 'Take all in',
    taking: 'Taking in …',
    takenAll: 'Everything that could be read is here now.',
  },
  {
    action: 'Alles auf diesem Gerät sichern',
    title: 'Alles auf diesem Gerät sichern',
    intro:
      'Ein Zip mit einer Workshop-Datei für jeden Workshop, auch für die im Papierkorb, mit Bildern und früheren Ständen. Es wird wieder gelesen, bevor es heißt, dass es vollständig ist. Links sind nicht dabei: Dafür gibt es das Wiederherstellungsblatt.',
    start: 'Alles sichern',
    working: 'Wird gepackt und wieder gelesen …',
    done: {
      one: 'Ein Workshop ist im Zip; es wurde wieder gelesen und ist vollständig. Es liegt in Ihren Downloads.',
      other:
        '{n} Workshops sind im Zip; es wurde wieder gelesen und ist vollständig. Es liegt in Ihren Downloads.',
    },
    missingPictures: {
      one: 'Ein Bild ist nicht dabei, weil es nicht auf diesem Gerät ist.',
      other: '{n} Bilder sind nicht dabei, weil sie nicht auf diesem Gerät sind.',
    },
    secondCopies:
      'Vielleicht nicht ganz: {titles}. Nur die zweite Kopie war lesbar. Laden Sie die Seite neu und sichern Sie noch einmal.',
    leftOutTitle: 'Nicht im Zip',
    leftOutFull: 'in einem Zip war kein Platz mehr; sichern Sie ihn für sich',
    failed: 'Das Zip ließ sich nicht machen. {reason} Es wurde nichts geändert.',
    nothing: 'Auf diesem Gerät ist kein Workshop.',
    openTitle: 'Alles aus einem Zip öffnen',
    openText: {
      one: 'Ein Workshop ist darin. Neue kommen dazu; was hier ist, wird zusammengeführt, und nichts davon geht verloren.',
      other:
        '{n} Workshops sind darin. Neue kommen dazu; was hier ist, wird zusammengeführt, und nichts davon geht verloren.',
    },
    looking: 'Wird gelesen …',
    kindNew: 'neu hier',
    severalTitle: 'Mehrere Dateien öffnen',
    severalText: {
      one: 'Eine Datei. Was hier neu ist, kommt dazu; was hier ist, wird zusammengeführt, und nichts davon geht verloren.',
      other:
        '{n} Dateien, nacheinander übernommen. Was hier neu ist, kommt dazu; was hier ist, wird zusammengeführt, in jeder Reihenfolge mit demselben Ergebnis, und nichts davon geht verloren.',
    },
    kindAlso: 'derselbe Workshop wie „{name}“; kommt hinzu',
    kindHere: 'ist hier; bringt {what}',
    kindHereQuiet: 'ist hier; bringt Änderungen, die zu klein zum Zählen sind',
    added: '{n} neu',
    changed: '{n} geändert',
    binned: '{n} in den Papierkorb',
    restored: '{n} aus dem Papierkorb',
    pictures: { one: 'ein Bild oder eine Datei', other: '{n} Bilder oder Dateien' },
    openAlone:
      'Die anderen werden trotzdem übernommen. Öffnen Sie eine beschädigte Datei für sich, um zu sehen, was davon noch lesbar ist.',
    kindBinned: 'liegt hier im Papierkorb; das Übernehmen holt ihn heraus',
    kindSame: 'ist schon ganz hier',
    kindTaken: 'übernommen',
    takeAll: 'Alle übernehmen',
    taking: 'Wird übernommen …',
    takenAll: 'Alles, was lesbar war, ist jetzt hier.',
  },
)
