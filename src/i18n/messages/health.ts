import { defineMessages } from '../defineMessages.ts'

export const health = defineMessages(
  {
    notSaved: 'Not saved!',
    loading: 'Opening …',
    saving: 'Saving …',
    onThisDevice: 'On this device',
    refused: 'Only on this device',
    waiting: {
      one: '1 change not on the relay yet',
      other: '{n} changes not on the relay yet',
    },
    waitingShort: '{n} not on the relay yet',
    waitingUncounted: 'Not on the relay yet',
    pictures: { one: '1 picture waiting', other: '{n} pictures waiting' },
    offline: 'On this device, offline',
    sent: 'Sent to the relay',
    onRelay: 'On the relay',
    chipLabel: 'Where your work is: {state}. More about it',
    title: 'Where your work is',
    device: 'This device',
    deviceSaved: 'Everything is saved here, last {when}.',
    deviceSaving: 'The last change is just being saved.',
    deviceNotSaved: 'The latest changes are only in this window. {reason} Do not close it; save a copy now.',
    deviceLoadFailed: 'What is stored here could not be read. {reason}',
    deviceRecovered: 'You see a second copy, because the first could not be read. It cannot be changed.',
    deviceGaps:
      'Some work here waits for other work that this device has never received. It will appear when it arrives.',
    retry: 'Try to save now',
    readAgain: 'Read again',
    saveCopy: 'Save a copy as a file',
    relay: 'Relay',
    noRelay: 'This workshop lives on this device only. Share it to work together.',
    relayDelivered: 'Everything is on the relay at {host}, last {when}.',
    relayPendingCounted: {
      one: 'One change of this device is not on the relay at {host} yet. It is saved here and goes there by itself.',
      other:
        '{n} changes of this device are not on the relay at {host} yet. They are saved here and go there by themselves.',
    },
    relayPending:
      'The latest changes are not on the relay at {host} yet. They are saved here and go there by themselves.',
    picturesToSend: {
      one: 'One picture or attachment of this device is not on the relay at {host} yet. It goes there by itself; leave this page open.',
      other:
        '{n} pictures or attachments of this device are not on the relay at {host} yet. They go there by themselves; leave this page open.',
    },
    picturesNotHere: {
      one: 'One picture or attachment of another device has not arrived here yet.',
      other: '{n} pictures or attachments of other devices have not arrived here yet.',
    },
    picturesFailed: {
      one: 'One of them failed at the last try. It is tried again by itself. If it stays so, save a copy as a file: it holds the pictures of this device.',
      other:
        '{n} of them failed at the last try. They are tried again by themselves. If it stays so, save a copy as a file: it holds the pictures of this device.',
    },
    relayUnchecked: 'Whether the relay at {host} has everything of this device is not known right now.',
    lastDelivered: 'The relay at {host} last had everything of this device {when}.',
    neverDelivered: 'The relay at {host} has never confirmed to have everything of this device.',
    relayUnknown: 'Sent to the relay at {host}. It does not say whether it has stored everything.',
    relayRefused: 'The relay at {host} does not take work from this device: {reason} Everything stays here.',
    relayOffline: 'The relay at {host} cannot be reached right now. It is tried again by itself.',
    noNetwork:
      'This device has no network right now. Is its Wi-Fi on? As soon as it is back, the relay at {host} is tried again by itself.',
    relayLater: 'The relay at {host} asks to come back later: {reason} It is tried again by itself.',
    relayMoved:
      'Has the laptop been given another address? Its screen says so. Give it {host} back in the router, or open this workshop there with the same link. What is only on this device stays here under {host}: save a copy as a file and open it at the new address.',
    reconnect: 'Connect now',
    keep: 'Will this browser keep it?',
    persisted: 'Yes: this browser has promised not to clear it by itself.',
    installed:
      'Etappe is installed here, so days without use do not clear it. The browser has promised nothing, though: when space is short it may. Keep a file.',
    notPersisted:
      'It may clear it when space is short; Safari does so after seven days without a visit. Install Etappe, or keep a file.',
    notPersistedInsecure:
      'It may clear it when space is short; Safari does so after seven days without a visit. Keep a file.',
    insecure:
      'This page came over plain http: it is safe while this tab is open, but it cannot be reloaded without the network. Do not reload offline.',
    quota: '{used} MB of about {total} MB used.',
    lastExport: 'Last saved as a file {when}.',
    changedSinceExport: 'Something was written since then that is in no file and not on a relay.',
    neverExported: 'Never saved as a file.',
    justNow: 'just now',
    checkNow: 'Check now',
    probeGood: 'What was just written here reads back the same.',
    probeBad: 'What was just written here does not read back. {reason}',
    flushGood: 'Everything on this screen has been written to this device.',
    flushBad: 'Not everything on this screen is on this device. {reason}',
    logGood: 'What is on this device was read again and is everything on this screen.',
    logBad: 'What is on this device is not everything on this screen; it is being written again. {reason}',
    copyGood: 'The second copy was read again and is whole.',
    copyBad: 'The second copy cannot be read. {reason}',
    closeMalformed: 'it did not understand this app.',
    closeNoProof: 'the link is missing.',
    closeForbidden: 'the link does not fit this workshop any more.',
    closeUnknownDocument: 'it does not know this kind of document.',
    closeWrongOrigin: 'it does not accept the address of this page.',
    closeCreationRefused: 'new workshops need its creation token.',
    closeRoomClosed: 'the moderator has closed this workshop on it or given it new links.',
    closeTooLarge: 'one change is too large for it.',
    closeStorageFailed: 'its storage failed.',
    closeStopping: 'it is being restarted.',
    closeRoomNotThereYet: 'the moderator has not opened this workshop there yet.',
    closeRoomFull: 'the space for this workshop is used up.',
    closeRelayFull: 'it holds as many workshops as it may.',
    closeTooSlow: 'this device read too slowly.',
    closeTooMany: 'there were too many devices or messages at once.',
    closeUnknown: 'it gave no reason.',
    homeLine: 'Everything on this page is kept in this browser.',
    homePersisted: 'This browser has promised not to clear your workshops by itself.',
    homeNotPersisted: 'This browser may clear workshops when space is short. Save important ones as a file.',
    homeInsecure: 'Plain http: safe while a tab is open; do not reload without the network.',
    onlyHereTitle: {
      one: 'One workshop is not on the relay in full yet',
      other: '{n} workshops are not on the relay in full yet',
    },
    onlyHereText:
      '{titles}: the latest changes are only on this device. Open it where its relay can be reached, then they go there by themselves; or save a file before you close this browser for longer.',
    onlyHereClosed:
      '{titles}: the latest changes are only on this device, and its link has stopped working. Ask the moderator for a new link, then they come along; or save a file before you close this browser for longer.',
    startFailedTitle: 'Nothing can be kept in this browser',
    startFailedText:
      'Please do not begin here: everything would be gone with this window. Leave the private window, free some space, or open Etappe in another browser or on another device.',
    startPrivateTitle: 'This looks like a private window',
    startPrivateText:
      'What you write here is gone when its last window closes. Open Etappe in a normal window, or save a file before you close it.',
    startTightTitle: 'There is hardly any space left for this browser',
    startTightText:
      'A workshop with pictures may not fit any more. Free some space on this device before you begin; without it the app will say at once when something was not saved.',
    startSafariTitle: 'This browser clears what is here after seven days without a visit',
    startSafariText:
      'Put Etappe on the home screen first (Share, then “Add to Home Screen”) and begin there: the installed app has a storage of its own, which is not cleared. Or save a file after every workshop.',
  },
  {
    notSaved: 'Nicht gespeichert!',
    loading: 'Wird geöffnet …',
    saving: 'Wird gespeichert …',
    onThisDevice: 'Auf diesem Gerät',
    refused: 'Nur auf diesem Gerät',
    waiting: {
      one: '1 Änderung noch nicht auf dem Relay',
      other: '{n} Änderungen noch nicht auf dem Relay',
    },
    waitingShort: '{n} noch nicht auf dem Relay',
    waitingUncounted: 'Noch nicht auf dem Relay',
    pictures: { one: '1 Bild wartet', other: '{n} Bilder warten' },
    offline: 'Auf diesem Gerät, offline',
    sent: 'Ans Relay geschickt',
    onRelay: 'Auf dem Relay',
    chipLabel: 'Wo Ihre Arbeit ist: {state}. Mehr dazu',
    title: 'Wo Ihre Arbeit ist',
    device: 'Dieses Gerät',
    deviceSaved: 'Alles ist hier gespeichert, zuletzt {when}.',
    deviceSaving: 'Die letzte Änderung wird gerade gespeichert.',
    deviceNotSaved:
      'Die letzten Änderungen sind nur in diesem Fenster. {reason} Schließen Sie es nicht; sichern Sie jetzt eine Kopie.',
    deviceLoadFailed: 'Was hier gespeichert ist, ließ sich nicht lesen. {reason}',
    deviceRecovered:
      'Sie sehen eine zweite Kopie, weil die erste nicht lesbar war. Sie lässt sich nicht ändern.',
    deviceGaps:
      'Einiges hier wartet auf Arbeit, die dieses Gerät nie bekommen hat. Es erscheint, sobald sie eintrifft.',
    retry: 'Jetzt zu speichern versuchen',
    readAgain: 'Noch einmal lesen',
    saveCopy: 'Kopie als Datei sichern',
    relay: 'Relay',
    noRelay: 'Dieser Workshop lebt nur auf diesem Gerät. Teilen Sie ihn, um zusammenzuarbeiten.',
    relayDelivered: 'Alles ist auf dem Relay unter {host}, zuletzt {when}.',
    relayPendingCounted: {
      one: 'Eine Änderung dieses Geräts ist noch nicht auf dem Relay unter {host}. Sie ist hier gespeichert und geht von selbst dorthin.',
      other:
        '{n} Änderungen dieses Geräts sind noch nicht auf dem Relay unter {host}. Sie sind hier gespeichert und gehen von selbst dorthin.',
    },
    relayPending:
      'Die letzten Änderungen sind noch nicht auf dem Relay unter {host}. Sie sind hier gespeichert und gehen von selbst dorthin.',
    picturesToSend: {
      one: 'Ein Bild oder Anhang dieses Geräts ist noch nicht auf dem Relay unter {host}. Es geht von selbst dorthin; lassen Sie diese Seite offen.',
      other:
        '{n} Bilder oder Anhänge dieses Geräts sind noch nicht auf dem Relay unter {host}. Sie gehen von selbst dorthin; lassen Sie diese Seite offen.',
    },
    picturesNotHere: {
      one: 'Ein Bild oder Anhang eines anderen Geräts ist hier noch nicht angekommen.',
      other: '{n} Bilder oder Anhänge anderer Geräte sind hier noch nicht angekommen.',
    },
    picturesFailed: {
      one: 'Eines davon ist beim letzten Versuch gescheitert. Es wird von selbst weiter versucht. Wenn es dabei bleibt, sichern Sie eine Kopie als Datei: Sie enthält die Bilder dieses Geräts.',
      other:
        '{n} davon sind beim letzten Versuch gescheitert. Es wird von selbst weiter versucht. Wenn es dabei bleibt, sichern Sie eine Kopie als Datei: Sie enthält die Bilder dieses Geräts.',
    },
    relayUnchecked: 'Ob das Relay unter {host} alles von diesem Gerät hat, ist gerade nicht bekannt.',
    lastDelivered: 'Zuletzt hatte das Relay unter {host} alles von diesem Gerät: {when}.',
    neverDelivered: 'Das Relay unter {host} hat noch nie bestätigt, dass es alles von diesem Gerät hat.',
    relayUnknown: 'An das Relay unter {host} geschickt. Es sagt nicht, ob es alles gespeichert hat.',
    relayRefused: 'Das Relay unter {host} nimmt von diesem Gerät nichts an: {reason} Alles bleibt hier.',
    relayOffline: 'Das Relay unter {host} ist gerade nicht zu erreichen. Es wird von selbst weiter versucht.',
    noNetwork:
      'Dieses Gerät hat gerade kein Netz. Ist sein WLAN an? Sobald es wieder da ist, wird das Relay unter {host} von selbst wieder versucht.',
    relayLater:
      'Das Relay unter {host} bittet, später wiederzukommen: {reason} Es wird von selbst weiter versucht.',
    relayMoved:
      'Hat der Laptop eine andere Adresse bekommen? Sie steht auf seinem Bildschirm. Geben Sie ihm im Router {host} zurück, oder öffnen Sie den Workshop dort mit demselben Link. Was nur auf diesem Gerät ist, bleibt hier unter {host}: Sichern Sie eine Kopie als Datei und öffnen Sie sie unter der neuen Adresse.',
    reconnect: 'Jetzt verbinden',
    keep: 'Behält dieser Browser das?',
    persisted: 'Ja: Dieser Browser hat zugesagt, es nicht von selbst zu löschen.',
    installed:
      'Etappe ist hier installiert; Tage ohne Nutzung löschen es nicht. Zugesagt hat der Browser aber nichts: Wird der Platz knapp, darf er es löschen. Behalten Sie eine Datei.',
    notPersisted:
      'Er darf es löschen, wenn der Platz knapp wird; Safari tut das nach sieben Tagen ohne Besuch. Installieren Sie Etappe oder behalten Sie eine Datei.',
    notPersistedInsecure:
      'Er darf es löschen, wenn der Platz knapp wird; Safari tut das nach sieben Tagen ohne Besuch. Behalten Sie eine Datei.',
    insecure:
      'Diese Seite kam über einfaches http: Sie ist sicher, solange dieser Tab offen ist, lässt sich ohne Netz aber nicht neu laden. Laden Sie offline nicht neu.',
    quota: '{used} MB von etwa {total} MB belegt.',
    lastExport: 'Zuletzt als Datei gesichert {when}.',
    changedSinceExport: 'Seitdem wurde etwas geschrieben, das in keiner Datei und auf keinem Relay ist.',
    neverExported: 'Noch nie als Datei gesichert.',
    justNow: 'gerade eben',
    checkNow: 'Jetzt prüfen',
    probeGood: 'Was eben hier geschrieben wurde, liest sich genauso zurück.',
    probeBad: 'Was eben hier geschrieben wurde, lässt sich nicht zurücklesen. {reason}',
    flushGood: 'Alles auf diesem Bildschirm ist auf dieses Gerät geschrieben.',
    flushBad: 'Nicht alles auf diesem Bildschirm ist auf diesem Gerät. {reason}',
    logGood: 'Was auf diesem Gerät ist, wurde neu gelesen und ist alles auf diesem Bildschirm.',
    logBad:
      'Was auf diesem Gerät ist, ist nicht alles auf diesem Bildschirm; es wird noch einmal geschrieben. {reason}',
    copyGood: 'Die zweite Kopie wurde neu gelesen und ist ganz.',
    copyBad: 'Die zweite Kopie lässt sich nicht lesen. {reason}',
    closeMalformed: 'Es hat diese App nicht verstanden.',
    closeNoProof: 'Der Link fehlt.',
    closeForbidden: 'Der Link passt nicht mehr zu diesem Workshop.',
    closeUnknownDocument: 'Es kennt diese Art von Dokument nicht.',
    closeWrongOrigin: 'Die Adresse dieser Seite nimmt es nicht an.',
    closeCreationRefused: 'Neue Workshops brauchen sein Anlege-Token.',
    closeRoomClosed: 'Die Moderation hat diesen Workshop dort geschlossen oder ihm neue Links gegeben.',
    closeTooLarge: 'Eine Änderung ist zu groß dafür.',
    closeStorageFailed: 'Sein Speicher ist ausgefallen.',
    closeStopping: 'Es wird neu gestartet.',
    closeRoomNotThereYet: 'Die Moderation hat diesen Workshop dort noch nicht geöffnet.',
    closeRoomFull: 'Der Platz für diesen Workshop ist aufgebraucht.',
    closeRelayFull: 'Es hat so viele Workshops, wie es haben darf.',
    closeTooSlow: 'Dieses Gerät hat zu langsam gelesen.',
    closeTooMany: 'Es waren zu viele Geräte oder Nachrichten auf einmal.',
    closeUnknown: 'Es nannte keinen Grund.',
    homeLine: 'Alles auf dieser Seite liegt in diesem Browser.',
    homePersisted: 'Dieser Browser hat zugesagt, Ihre Workshops nicht von selbst zu löschen.',
    homeNotPersisted:
      'Dieser Browser darf Workshops löschen, wenn der Platz knapp wird. Sichern Sie wichtige als Datei.',
    homeInsecure: 'Einfaches http: sicher, solange ein Tab offen ist; laden Sie ohne Netz nicht neu.',
    onlyHereTitle: {
      one: 'Ein Workshop ist noch nicht ganz auf dem Relay',
      other: '{n} Workshops sind noch nicht ganz auf dem Relay',
    },
    onlyHereText:
      '{titles}: Die letzten Änderungen sind nur auf diesem Gerät. Öffnen Sie ihn dort, wo sein Relay zu erreichen ist; dann gehen sie von selbst dorthin. Oder sichern Sie eine Datei, bevor Sie diesen Browser für länger schließen.',
    onlyHereClosed:
      '{titles}: Die letzten Änderungen sind nur auf diesem Gerät, und der Link hier gilt nicht mehr. Lassen Sie sich von der Moderation einen neuen geben; dann kommen sie mit. Oder sichern Sie eine Datei, bevor Sie diesen Browser für länger schließen.',
    startFailedTitle: 'In diesem Browser lässt sich nichts behalten',
    startFailedText:
      'Bitte fangen Sie hier nicht an: Mit diesem Fenster wäre alles weg. Verlassen Sie das private Fenster, schaffen Sie Platz, oder öffnen Sie Etappe in einem anderen Browser oder auf einem anderen Gerät.',
    startPrivateTitle: 'Das sieht nach einem privaten Fenster aus',
    startPrivateText:
      'Was Sie hier schreiben, ist weg, sobald das letzte dieser Fenster zugeht. Öffnen Sie Etappe in einem normalen Fenster, oder sichern Sie vorher eine Datei.',
    startTightTitle: 'Für diesen Browser ist kaum noch Platz',
    startTightText:
      'Ein Workshop mit Bildern passt vielleicht nicht mehr. Schaffen Sie Platz auf diesem Gerät, bevor Sie anfangen; sonst sagt die App sofort, wenn etwas nicht gespeichert wurde.',
    startSafariTitle: 'Dieser Browser löscht, was hier ist, nach sieben Tagen ohne Besuch',
    startSafariText:
      'Legen Sie Etappe zuerst auf den Home-Bildschirm (Teilen, dann „Zum Home-Bildschirm“) und fangen Sie dort an: Die installierte App hat einen eigenen Speicher, der nicht gelöscht wird. Oder sichern Sie nach jedem Workshop eine Datei.',
  },
)
