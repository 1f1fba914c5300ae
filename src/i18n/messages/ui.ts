import { defineMessages } from '../defineMessages.ts'

export const ui = defineMessages(
  {
    colour: 'Colour {n} ({name})',
    ownColour: 'Another colour',
    messages: 'Messages',
    loading: 'One moment …',
    more: 'Show more',
    less: 'Show less',
  },
  {
    colour: 'Farbe {n} ({name})',
    ownColour: 'Eine andere Farbe',
    messages: 'Meldungen',
    loading: 'Einen Moment …',
    more: 'Mehr zeigen',
    less: 'Weniger zeigen',
  },
)
