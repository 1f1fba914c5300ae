import { defineMessages } from '../defineMessages.ts'

export const app = defineMessages(
  {
    unexpected:
      'That did not work, for a reason Etappe did not expect. What was saved stays; please try again.',
    brokenTitle: 'This screen broke',
    brokenText: 'Your work is on this device and was not touched. Try again, or go back to your workshops.',
    toHome: 'To your workshops',
    notFoundTitle: 'There is nothing at this address',
    notFoundText: 'Perhaps the link is incomplete. Your workshops are all in one place.',
    notHereTitle: 'This workshop is not on this device',
    notHereText: 'It may have been removed here. Join it again with a link, or open its file.',
    binnedTitle: '“{title}” is in the bin',
    binnedText: 'Take it out of the bin to open it.',
    loadFailedTitle: 'The workshop could not be opened',
    loadFailedText: 'It has not been lost: this device could not read it. {reason}',
    recoveredText:
      'A second copy could be read. You can look at it and save it as a file, but not change it.',
    damagedRows: {
      one: 'One change stored here could not be read. It has been set aside, not deleted; everything else is here.',
      other:
        '{n} changes stored here could not be read. They have been set aside, not deleted; everything else is here.',
    },
    gaps: 'Some work that arrived here waits for other work that is missing. Nothing is lost: it appears as soon as the rest is here. Leave the other devices on.',
    loading: 'Opening the workshop …',
    supersededTitle: 'Etappe is open in a newer version',
    supersededText:
      'Another tab has been updated; this one can save nothing more. Reload it to go on: what had been saved is there.',
    reload: 'Reload',
    storageQuota: 'The storage of this device is full.',
    storageUnavailable: 'This browser keeps nothing here, for example in a private window.',
    storageBlocked: 'Another tab of Etappe keeps the storage busy. Please close it.',
    storageTimeout: 'The storage of this device does not answer.',
    storageClosed: 'The browser closed the storage. Reload the page.',
    storageAborted: 'The browser took a change back.',
    storageMismatch: 'What was read back is not what was written.',
    storageDamaged: 'What is stored here is damaged.',
    storageRemoved: 'The workshop was removed from this device in another tab.',
    storageUnknown: 'The storage of this device reported a problem.',
    refusedReadOnlyOlderApp: 'A newer Etappe wrote this workshop. Reload this page to be able to change it.',
    refusedNotAllowed: 'Your link does not allow this change.',
    refusedNotFound: 'It is not there any more; somebody may have deleted it.',
    refusedInvalid: 'This value does not fit here. Nothing was changed.',
    refusedWouldLoop: 'It would become a part of itself. Nothing was changed.',
    refusedLocked: 'The moderator has locked this.',
    refusedNotEmpty: 'This workshop already has content. Nothing was changed.',
  },
  {
    unexpected:
      'Das hat nicht geklappt, aus einem unerwarteten Grund. Gespeichertes bleibt; bitte versuchen Sie es noch einmal.',
    brokenTitle: 'Diese Ansicht ist abgestürzt',
    brokenText:
      'Ihre Arbeit liegt auf diesem Gerät und ist unberührt. Versuchen Sie es noch einmal oder gehen Sie zu Ihren Workshops.',
    toHome: 'Zu Ihren Workshops',
    notFoundTitle: 'Unter dieser Adresse ist nichts',
    notFoundText: 'Vielleicht ist der Link unvollständig. Ihre Workshops finden Sie alle an einem Ort.',
    notHereTitle: 'Dieser Workshop ist nicht auf diesem Gerät',
    notHereText:
      'Vielleicht wurde er hier entfernt. Treten Sie über einen Link wieder bei oder öffnen Sie seine Datei.',
    binnedTitle: '„{title}“ liegt im Papierkorb',
    binnedText: 'Holen Sie den Workshop aus dem Papierkorb, um ihn zu öffnen.',
    loadFailedTitle: 'Der Workshop ließ sich nicht öffnen',
    loadFailedText: 'Er ist nicht verloren, dieses Gerät konnte ihn nur nicht lesen. {reason}',
    recoveredText:
      'Eine zweite Kopie war lesbar. Sie können sie ansehen und als Datei speichern, aber nicht ändern.',
    damagedRows: {
      one: 'Eine hier gespeicherte Änderung ließ sich nicht lesen. Sie ist beiseitegelegt, nicht gelöscht; alles andere ist da.',
      other:
        '{n} hier gespeicherte Änderungen ließen sich nicht lesen. Sie sind beiseitegelegt, nicht gelöscht; alles andere ist da.',
    },
    gaps: 'Einiges, das hier ankam, wartet auf Arbeit, die noch fehlt. Nichts ist verloren: Es erscheint, sobald der Rest da ist. Lassen Sie die anderen Geräte an.',
    loading: 'Der Workshop wird geöffnet …',
    supersededTitle: 'Etappe ist in einer neueren Fassung offen',
    supersededText:
      'Ein anderer Tab wurde aktualisiert; dieser kann nichts mehr sichern. Laden Sie ihn neu, um weiterzuarbeiten: Was gesichert war, ist da.',
    reload: 'Neu laden',
    storageQuota: 'Der Speicher dieses Geräts ist voll.',
    storageUnavailable: 'Dieser Browser behält hier nichts, zum Beispiel in einem privaten Fenster.',
    storageBlocked: 'Ein anderer Tab von Etappe hält den Speicher besetzt. Bitte schließen Sie ihn.',
    storageTimeout: 'Der Speicher dieses Geräts antwortet nicht.',
    storageClosed: 'Der Browser hat den Speicher geschlossen. Laden Sie die Seite neu.',
    storageAborted: 'Der Browser hat eine Änderung zurückgenommen.',
    storageMismatch: 'Zurückgelesen wurde etwas anderes, als geschrieben war.',
    storageDamaged: 'Was hier gespeichert ist, ist beschädigt.',
    storageRemoved: 'Der Workshop wurde in einem anderen Tab von diesem Gerät entfernt.',
    storageUnknown: 'Der Speicher dieses Geräts meldet ein Problem.',
    refusedReadOnlyOlderApp:
      'Ein neueres Etappe hat diesen Workshop geschrieben. Laden Sie die Seite neu, um ihn ändern zu können.',
    refusedNotAllowed: 'Ihr Link erlaubt diese Änderung nicht.',
    refusedNotFound: 'Das gibt es nicht mehr; vielleicht hat es jemand gelöscht.',
    refusedInvalid: 'Dieser Wert passt hier nicht. Es wurde nichts geändert.',
    refusedWouldLoop: 'Es würde ein Teil von sich selbst. Es wurde nichts geändert.',
    refusedLocked: 'Die Moderation hat das gesperrt.',
    refusedNotEmpty: 'Dieser Workshop hat schon Inhalt. Es wurde nichts geändert.',
  },
)
