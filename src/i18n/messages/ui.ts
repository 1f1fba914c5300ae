import { defineMessages } from '../defineMessages.ts'

export const ui = defineMessages(
  {
    colour: 'Colour {n} ({name})',
    ownColour: 'Another colour',
    messages: 'Messages',
    loading: 'One moment …',
  },
  {
    colour: 'Farbe {n} ({name})',
    ownColour: 'Eine andere Farbe',
    messages: 'Meldungen',
    loading: 'Einen Moment …',
  },
)
