/** What is printed around the map on a poster. The dialog that asks for one has texts of its own. */
import { defineMessages } from '../defineMessages.ts'

export const posterSheet = defineMessages(
  {
    evidence: 'What the cards rest on',
    traits: 'Traits',
    footerAll: '{shown} cards · card text {size} pt · Etappe',
    footerSome: '{shown} of {all} cards · card text {size} pt · Etappe',
    subject: 'Customer journey map',
  },
  {
    evidence: 'Worauf die Karten beruhen',
    traits: 'Merkmale',
    footerAll: '{shown} Karten · Kartentext {size} pt · Etappe',
    footerSome: '{shown} von {all} Karten · Kartentext {size} pt · Etappe',
    subject: 'Customer-Journey-Map',
  },
)
