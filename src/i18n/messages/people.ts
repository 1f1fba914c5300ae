import { defineMessages } from '../defineMessages.ts'

export const people = defineMessages(
  {
    title: 'People',
    here: 'At this tablet',
    hereHint: 'What is written now is written in this name. Several people can take turns.',
    nobody: 'Nobody has said who they are yet.',
    inWorkshop: 'In this workshop',
    thatsMe: 'That is me',
    current: 'writes here now',
    hereNow: 'is here now',
    newPerson: 'Somebody new',
    name: 'Name',
    namePlaceholder: 'For example: Jörg (on-board service)',
    nameMissing: 'Please type a name.',
    colour: 'Colour',
    enter: 'Write in this name',
    merge: 'Merge two entries',
    mergeHint:
      'If one person is in the list twice: everything of the second entry then counts for the first, nothing counts twice. It can be taken back.',
    keep: 'This entry stays',
    into: 'This one goes into it',
    choose: 'Choose …',
    doMerge: 'Merge',
    merged: '“{gone}” is now “{kept}”.',
    nameTaken:
      '“{name}” is in the list already. Please add a word that tells the two apart, or merge the entries below.',
    rename: 'Change name and colour: {name}',
    respondents: {
      one: 'Besides, one customer’s rating was collected.',
      other: 'Besides, ratings of {n} customers and consultants were collected.',
    },
  },
  {
    title: 'Personen',
    here: 'An diesem Tablet',
    hereHint:
      'Was jetzt geschrieben wird, wird unter diesem Namen geschrieben. Mehrere können sich abwechseln.',
    nobody: 'Noch hat niemand gesagt, wer hier schreibt.',
    inWorkshop: 'In diesem Workshop',
    thatsMe: 'Das bin ich',
    current: 'schreibt gerade hier',
    hereNow: 'ist gerade da',
    newPerson: 'Jemand Neues',
    name: 'Name',
    namePlaceholder: 'Zum Beispiel: Jörg (Bordservice)',
    nameMissing: 'Bitte tragen Sie einen Namen ein.',
    colour: 'Farbe',
    enter: 'Unter diesem Namen schreiben',
    merge: 'Zwei Einträge zusammenführen',
    mergeHint:
      'Falls eine Person zweimal in der Liste steht: Alles aus dem zweiten Eintrag zählt dann für den ersten, nichts zählt doppelt. Es lässt sich rückgängig machen.',
    keep: 'Dieser Eintrag bleibt',
    into: 'Dieser geht darin auf',
    choose: 'Wählen …',
    doMerge: 'Zusammenführen',
    merged: '„{gone}“ ist jetzt „{kept}“.',
    nameTaken:
      '„{name}“ steht schon in der Liste. Bitte ergänzen Sie ein Wort, das die beiden unterscheidet, oder führen Sie die Einträge unten zusammen.',
    rename: 'Name und Farbe ändern: {name}',
    respondents: {
      one: 'Außerdem wurde die Bewertung einer Kundin oder eines Kunden gesammelt.',
      other: 'Außerdem wurden Bewertungen von {n} Kundinnen, Kunden und Beratenden gesammelt.',
    },
  },
)
