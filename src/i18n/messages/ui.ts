import { defineMessages } from '../defineMessages.ts'

export const ui = defineMessages(
  {
    colour: 'Colour {n} ({name})',
    ownColour: 'Another colour',
    messages: 'Messages',
    loading: 'One moment …',
    more: 'Show more',
    less: 'Show less',
    nameTaken: '“{name}” is in the list already',
    nameTakenMe: 'I am “{name}”',
    nameTakenHint: 'Is that you? If not, please add a word that tells you apart, for example your team.',
  },
  {
    colour: 'Farbe {n} ({name})',
    ownColour: 'Eine andere Farbe',
    messages: 'Meldungen',
    loading: 'Einen Moment …',
    more: 'Mehr zeigen',
    less: 'Weniger zeigen',
    nameTaken: '„{name}“ steht schon in der Liste',
    nameTakenMe: 'Ich bin „{name}“',
    nameTakenHint:
      'Sind Sie das? Falls nicht, ergänzen Sie bitte ein Wort, das Sie unterscheidet, zum Beispiel Ihr Team.',
  },
)
