import { defineMessages } from '../defineMessages.ts'

export const common = defineMessages(
  {
    appName: 'Etappe',
    cancel: 'Cancel',
    close: 'Close',
    done: 'Done',
    undo: 'Undo',
    delete: 'Delete',
    restore: 'Restore',
    rename: 'Rename',
    duplicate: 'Duplicate',
    retry: 'Try again',
  },
  {
    appName: 'Etappe',
    cancel: 'Abbrechen',
    close: 'Schließen',
    done: 'Fertig',
    undo: 'Rückgängig',
    delete: 'Löschen',
    restore: 'Wiederherstellen',
    rename: 'Umbenennen',
    duplicate: 'Duplizieren',
    retry: 'Noch einmal versuchen',
  },
)
