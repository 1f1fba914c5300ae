/** What a template writes into a new workshop. */
import { defineMessages } from '../defineMessages.ts'

export const template = defineMessages(
  {
    persona: 'Our persona',
    inspiration: 'Inspiration',
    research: 'Research',
    consideration: 'Consideration',
    purchase: 'Purchase',
    delivery: 'Delivery',
    use: 'Use',
  },
  {
    persona: 'Unsere Persona',
    inspiration: 'Inspiration',
    research: 'Recherche',
    consideration: 'Abwägung',
    purchase: 'Kauf',
    delivery: 'Lieferung',
    use: 'Nutzung',
  },
)
