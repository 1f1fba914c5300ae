import { defineMessages } from '../defineMessages.ts'

export const update = defineMessages(
  {
    label: 'Update',
    ready: 'A new version of Etappe is here. Updating takes a moment and changes nothing in your workshops.',
    now: 'Update now',
    later: 'Later',
    unsaved: 'Not yet: a tab has changes that are not saved. Try again when they are.',
    typing: 'Not yet: somebody is typing in one of the tabs. Finish the sentence, then try again.',
    presenting:
      'Not yet: a wall is being presented in another tab. Close it first, or update after the workshop.',
    silent: 'Another tab of Etappe does not answer. Please close it, then try again.',
  },
  {
    label: 'Aktualisierung',
    ready:
      'Eine neue Version von Etappe ist da. Das Aktualisieren dauert einen Moment und ändert nichts an Ihren Workshops.',
    now: 'Jetzt aktualisieren',
    later: 'Später',
    unsaved:
      'Noch nicht: Ein Tab hat Änderungen, die nicht gespeichert sind. Versuchen Sie es danach noch einmal.',
    typing: 'Noch nicht: In einem der Tabs tippt gerade jemand. Versuchen Sie es nach dem Satz noch einmal.',
    presenting:
      'Noch nicht: In einem anderen Tab läuft eine Wand. Schließen Sie sie oder aktualisieren Sie nach dem Workshop.',
    silent:
      'Ein anderer Tab von Etappe antwortet nicht. Bitte schließen Sie ihn und versuchen Sie es noch einmal.',
  },
)
