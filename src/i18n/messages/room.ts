import { defineMessages } from '../defineMessages.ts'

export const room = defineMessages(
  {
    manage: 'For moderators',
    newLinks: 'New links …',
    newLinksTitle: 'Give this workshop new links',
    newLinksText:
      'For a link that went astray. All links that exist stop working at once, on every device; everything else stays as it is. Then give everybody a new link.',
    newLinksOthers:
      'Whoever is in right now is told to ask you for a new link. What they have written stays on their devices and comes along with the new link.',
    newLinksSheet: 'A recovery sheet that you have printed is void afterwards. Print a new one.',
    newLinksDo: 'Make new links',
    newLinksReady: 'The new links are here and hold from now on',
    newLinksHandOut:
      'The old ones no longer work on any device. Give everybody the new link or code from here; a recovery sheet needs printing again.',
    newLinksDone: 'The old links no longer work. Give everybody a new one.',
    close: 'Close for everybody …',
    closeTitle: 'Close this workshop for everybody',
    closeText:
      'Nobody gets in at the relay any more and all links stop working. Everybody who has it keeps a copy on their device and can save it as a file; this device keeps it too.',
    closeUndelivered: 'What others have written without a network and not delivered yet stays with them.',
    closePictures: {
      one: 'One picture has not come to this device yet. After closing it cannot be fetched any more.',
      other: '{n} pictures have not come to this device yet. After closing they cannot be fetched any more.',
    },
    closeAgain: 'You can share it again later, with new links.',
    closeDo: 'Close for everybody',
    closeDone: 'The workshop is closed. It is on this device only now.',
    working: 'Asking the relay …',
    failNotSynced:
      'Not now: this device does not have everything that is on the relay yet. Wait until it says “On the relay” at the top.',
    failNotModerator: 'Only the moderator’s link allows that.',
    failUnreachable:
      'The relay did not answer. Maybe it was done, maybe not; nothing is lost. Please press the button again when the network is back.',
    failBusy: 'The relay is busy with it. Please try again in a moment.',
    failRelayFull: 'The relay holds as many workshops as it may. Nothing was changed.',
    failTooMany:
      'Too many workshops were opened from this address lately. Nothing was changed; please try again in a while.',
    failStopping: 'The relay is being restarted. Nothing was changed; please try again in a moment.',
    failStorage: 'The relay could not write to its disk. Nothing was changed.',
    failOther: 'The relay refused it. Nothing was changed.',
    failDevice: 'This device could not keep the new links: {reason} Nothing was changed.',
    closedTitle: 'The moderator has closed this workshop or given it new links',
    closedText:
      'Everything that you have written is on this device. If the workshop goes on, ask the moderator for a new link and open it here: what you wrote comes along.',
    closedModeratorText:
      'Its links have stopped working. Another moderator may have new ones for you. Or go on here: the workshop stays on this device, and you can share it again with new links.',
    enterLink: 'I have a new link',
    goOnHere: 'Go on without them',
    later: 'Later',
    writeOn: '{what}. Go on writing; when you are done, this page says what you can do.',
    finishing: 'The new links are being completed …',
    move: 'Move to another address …',
    moveTitle: 'Move to another address',
    moveText:
      'The relay gets a new address, or you change to another one. Links and rights stay the same; the address before them changes. The old address goes on working as long as its relay runs.',
    moveAddress: 'New address',
    movePlaceholder: 'https://relay.example',
    moveWrong: 'This is no address. It looks like https://relay.example or http://192.168.1.20:4321.',
    moveSame: 'The workshop is at this address already.',
    moveThisMachine: 'Only this computer understands that address. Please enter the one that the others use.',
    moveNotHttps:
      'This address has no https: there, tablets cannot open the workshop without the network or use the camera.',
    moveStepFile: '1. Save the workshop as a file here.',
    moveStepOpen:
      '2. Open it there with the moderator’s link, and choose the file when it is asked for. If that relay has the workshop already, it opens at once.',
    moveOpen: 'Open at {host}',
    moveStepTell: '3. When it is there: tell all devices.',
    moveAlso: 'It is there too',
    moveAlsoText: 'Both addresses are in use, for instance inside and outside the building.',
    moveOnly: 'It is only there from now on',
    moveOnlyText: 'This address will go. Everybody should change over.',
    moveTell: 'Tell all devices',
    moveTold:
      'All devices will hear of it; those without a network as soon as they come back here or open a file.',
    moveIsSet: 'All devices are told: this workshop is at {host}.',
    moveTakeBack: 'Take it back',
    movedAlso: 'This workshop is also at {host}',
    movedOnly: 'This workshop has moved to {host}',
    movedText:
      'The moderator has said so. Your link works there too. What you have here stays here, and this address goes on working as long as its relay runs.',
    movedTake:
      'To take along what is only on this device, save it as a file and open that there; both are merged.',
    moveIn: 'Choose the workshop file',
    moveInTitle: 'There is nothing at this address yet',
    moveInText:
      'If this workshop is moving here: choose the file that you saved at the old address. It gets the same links as there.',
    moveInOther: 'You have the moderator’s link, so the workshop can begin here.',
    moveInWorking: 'The workshop is moving in …',
    moveInDamaged: 'This file cannot be used. {reason}',
    moveInOtherWorkshop:
      'It belongs to the workshop “{title}”, which this device has at {host} with links of its own. Nothing was changed. Choose the file of the workshop that this link is for, or open “{title}” with its own link.',
    moveInDone: 'The workshop is at this address now. Tell the devices at the old address.',
  },
  {
    manage: 'Für die Moderation',
    newLinks: 'Neue Links …',
    newLinksTitle: 'Dem Workshop neue Links geben',
    newLinksText:
      'Für einen Link, der in falsche Hände kam. Alle bisherigen Links gelten sofort nicht mehr, auf jedem Gerät; alles andere bleibt, wie es ist. Geben Sie danach allen einen neuen Link.',
    newLinksOthers:
      'Wer gerade dabei ist, erfährt, dass es bei Ihnen einen neuen Link gibt. Was dort geschrieben wurde, bleibt auf den Geräten und kommt mit dem neuen Link mit.',
    newLinksSheet: 'Ein gedrucktes Wiederherstellungsblatt gilt danach nicht mehr. Drucken Sie ein neues.',
    newLinksDo: 'Neue Links machen',
    newLinksReady: 'Die neuen Links sind da und gelten ab jetzt',
    newLinksHandOut:
      'Die alten gelten auf keinem Gerät mehr. Geben Sie allen den neuen Link oder Code von hier; auch ein Wiederherstellungsblatt muss neu gedruckt werden.',
    newLinksDone: 'Die alten Links gelten nicht mehr. Geben Sie allen einen neuen.',
    close: 'Für alle schließen …',
    closeTitle: 'Diesen Workshop für alle schließen',
    closeText:
      'Niemand kommt mehr über das Relay herein, und alle Links gelten nicht mehr. Wer ihn hat, behält eine Kopie auf dem Gerät und kann sie als Datei sichern; auch dieses Gerät behält ihn.',
    closeUndelivered: 'Was andere ohne Netz geschrieben und noch nicht abgeliefert haben, bleibt bei ihnen.',
    closePictures: {
      one: 'Ein Bild ist noch nicht auf diesem Gerät angekommen. Nach dem Schließen lässt es sich nicht mehr holen.',
      other:
        '{n} Bilder sind noch nicht auf diesem Gerät angekommen. Nach dem Schließen lassen sie sich nicht mehr holen.',
    },
    closeAgain: 'Sie können ihn später wieder teilen, mit neuen Links.',
    closeDo: 'Für alle schließen',
    closeDone: 'Der Workshop ist geschlossen. Er ist jetzt nur auf diesem Gerät.',
    working: 'Das Relay wird gefragt …',
    failNotSynced:
      'Noch nicht: Dieses Gerät hat noch nicht alles, was auf dem Relay ist. Warten Sie, bis oben „Auf dem Relay“ steht.',
    failNotModerator: 'Das erlaubt nur der Link der Moderation.',
    failUnreachable:
      'Das Relay hat nicht geantwortet. Vielleicht ist es geschehen, vielleicht nicht; verloren ist nichts. Bitte drücken Sie noch einmal, wenn das Netz wieder da ist.',
    failBusy: 'Das Relay ist gerade damit beschäftigt. Bitte versuchen Sie es gleich noch einmal.',
    failRelayFull: 'Das Relay hat so viele Workshops, wie es haben darf. Es wurde nichts geändert.',
    failTooMany:
      'Von dieser Adresse aus wurden zuletzt zu viele Workshops eröffnet. Es wurde nichts geändert; bitte versuchen Sie es später noch einmal.',
    failStopping:
      'Das Relay wird gerade neu gestartet. Es wurde nichts geändert; bitte versuchen Sie es gleich noch einmal.',
    failStorage: 'Das Relay konnte nicht auf seinen Speicher schreiben. Es wurde nichts geändert.',
    failOther: 'Das Relay hat es abgelehnt. Es wurde nichts geändert.',
    failDevice: 'Dieses Gerät konnte die neuen Links nicht behalten: {reason} Es wurde nichts geändert.',
    closedTitle: 'Die Moderation hat diesen Workshop geschlossen oder ihm neue Links gegeben',
    closedText:
      'Alles, was Sie geschrieben haben, ist auf diesem Gerät. Geht der Workshop weiter, dann lassen Sie sich von der Moderation einen neuen Link geben und öffnen ihn hier: Was Sie geschrieben haben, kommt mit.',
    closedModeratorText:
      'Seine Links gelten nicht mehr. Vielleicht hat eine andere Moderation neue für Sie. Oder machen Sie hier weiter: Der Workshop bleibt auf diesem Gerät, und Sie können ihn mit neuen Links wieder teilen.',
    enterLink: 'Ich habe einen neuen Link',
    goOnHere: 'Ohne sie weitermachen',
    later: 'Später',
    writeOn: '{what}. Schreiben Sie ruhig zu Ende; danach steht hier, was Sie tun können.',
    finishing: 'Die neuen Links werden vervollständigt …',
    move: 'An eine andere Adresse ziehen …',
    moveTitle: 'An eine andere Adresse ziehen',
    moveText:
      'Das Relay bekommt eine neue Adresse, oder Sie wechseln zu einem anderen. Links und Rechte bleiben gleich, nur die Adresse davor wird eine andere. Die alte Adresse funktioniert weiter, solange ihr Relay läuft.',
    moveAddress: 'Neue Adresse',
    movePlaceholder: 'https://relay.example',
    moveWrong:
      'Das ist keine Adresse. Sie sieht so aus: https://relay.example oder http://192.168.1.20:4321.',
    moveSame: 'An dieser Adresse ist der Workshop schon.',
    moveThisMachine:
      'Diese Adresse versteht nur dieser Rechner. Bitte tragen Sie die ein, die die anderen benutzen.',
    moveNotHttps:
      'Diese Adresse hat kein https: Dort können Tablets den Workshop nicht ohne Netz öffnen und die Kamera nicht benutzen.',
    moveStepFile: '1. Sichern Sie den Workshop hier als Datei.',
    moveStepOpen:
      '2. Öffnen Sie ihn dort mit dem Link der Moderation und wählen Sie die Datei, wenn danach gefragt wird. Hat das Relay dort den Workshop schon, dann öffnet er sich gleich.',
    moveOpen: 'Unter {host} öffnen',
    moveStepTell: '3. Wenn er dort ist: Sagen Sie es allen Geräten.',
    moveAlso: 'Er ist auch dort',
    moveAlsoText: 'Beide Adressen werden benutzt, zum Beispiel im Haus und außerhalb.',
    moveOnly: 'Er ist ab jetzt nur noch dort',
    moveOnlyText: 'Diese Adresse wird es nicht mehr geben. Alle sollen wechseln.',
    moveTell: 'Allen Geräten sagen',
    moveTold:
      'Alle Geräte erfahren es; die ohne Netz, sobald sie wieder hierher kommen oder eine Datei öffnen.',
    moveIsSet: 'Alle Geräte wissen: Dieser Workshop ist unter {host}.',
    moveTakeBack: 'Zurücknehmen',
    movedAlso: 'Diesen Workshop gibt es auch unter {host}',
    movedOnly: 'Dieser Workshop ist zu {host} gezogen',
    movedText:
      'Das hat die Moderation gesagt. Ihr Link gilt auch dort. Was Sie hier haben, bleibt hier, und diese Adresse funktioniert weiter, solange ihr Relay läuft.',
    movedTake:
      'Um mitzunehmen, was nur auf diesem Gerät ist, sichern Sie es als Datei und öffnen die dort; beides wird zusammengeführt.',
    moveIn: 'Workshop-Datei wählen',
    moveInTitle: 'An dieser Adresse ist noch nichts',
    moveInText:
      'Zieht dieser Workshop hierher? Dann wählen Sie die Datei, die Sie an der alten Adresse gesichert haben. Er bekommt hier dieselben Links wie dort.',
    moveInOther: 'Sie haben den Link der Moderation, also kann der Workshop hier beginnen.',
    moveInWorking: 'Der Workshop zieht ein …',
    moveInDamaged: 'Diese Datei lässt sich nicht verwenden. {reason}',
    moveInOtherWorkshop:
      'Sie gehört zum Workshop „{title}“, den dieses Gerät unter {host} mit eigenen Links hat. Es wurde nichts geändert. Wählen Sie die Datei des Workshops, zu dem dieser Link gehört, oder öffnen Sie „{title}“ mit seinem eigenen Link.',
    moveInDone: 'Der Workshop ist jetzt an dieser Adresse. Sagen Sie es den Geräten an der alten.',
  },
)
