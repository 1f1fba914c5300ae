import { defineMessages } from '../defineMessages.ts'

export const handBack = defineMessages(
  {
    action: 'Hand back this device …',
    title: 'Take “{title}” off this device',
    intro:
      'For a borrowed tablet, or when you are done: the workshop, its pictures, its earlier states and your link leave this browser. On the relay and on other devices nothing changes.',
    checking: 'Comparing with the relay …',
    removing: 'Removing …',
    safeTitle: 'Everything is on the relay',
    safeText: {
      one: 'The relay at {host} has confirmed every change, gave all of it back when asked just now, and has the picture.',
      other:
        'The relay at {host} has confirmed every change, gave all of it back when asked just now, and has all {n} pictures.',
    },
    safeTextNoPictures:
      'The relay at {host} has confirmed every change and gave all of it back when asked just now.',
    fileSafeTitle: 'Everything is in your file',
    fileSafeText: 'The file was read again and holds everything that is here.',
    remove: 'Remove from this device',
    onlyHereTitle: 'Not yet: something is only on this device',
    noRelay: 'This workshop has no relay. This device is the only place where it is.',
    offline: 'The relay at {host} cannot be reached, so nobody can say whether it has everything.',
    refused: 'The relay at {host} does not take work from this device: {reason}',
    pending: {
      one: 'One change has not been confirmed by the relay at {host}.',
      other: '{n} changes have not been confirmed by the relay at {host}.',
    },
    unconfirmed: 'The relay at {host} does not say whether it stores what it is sent.',
    differs: 'The relay at {host} does not have everything that is here.',
    pictures: {
      one: 'One picture or file is not on the relay at {host}.',
      other: '{n} pictures and files are not on the relay at {host}.',
    },
    setAside: {
      one: 'One change stored here could not be read and was set aside. No relay has it, and nobody knows what is in it: take it along in a file.',
      other:
        '{n} changes stored here could not be read and were set aside. No relay has them, and nobody knows what is in them: take them along in a file.',
    },
    damaged:
      'Only a second copy of this workshop could be read. The first is still on this device, may hold more and may become readable: reload the page. Until then nothing is removed here.',
    notOpened: 'The workshop could not be opened. {reason}',
    wayOut: 'The way out: save it as a file, then let Etappe read the file where you saved it.',
    save: '1. Save as a file',
    pick: '2. Check the saved file',
    tryAgain: 'Compare again',
    checkingFile: 'Reading the file …',
    fileUnreadable: 'This file cannot be read. Save it again, and choose the file that was saved.',
    fileOtherWorkshop: 'This is the file of another workshop.',
    fileIncomplete:
      'This file does not hold everything that is here. Save it again. If it stays so, something here waits for work of another device that has not arrived.',
    fileSetAside:
      'What could not be read here and was set aside is not in this file. Save it again with this Etappe.',
    filePictures:
      'Pictures that are on this device are not in this file. Save it again. If it stays so, share the workshop, so that a relay takes them.',
    moderatorTitle: 'This device holds the moderator’s link',
    moderatorText:
      'Whoever loses it cannot close the workshop, change its links or lead it any more. If no other device has it, print the recovery sheet first (Share).',
    removed: '“{title}” is no longer on this device.',
    removeFailed: 'It could not be removed. {reason} Nothing is lost.',
    changed: 'Something was written just now. Please compare again.',
    goneTitle: 'This workshop has left this device',
    goneText:
      'It was removed in another tab. What you wrote here in the last moments may only be in this window: save a copy if you want to keep it.',
    toHome: 'To my workshops',
  },
  {
    action: 'Gerät zurückgeben …',
    title: '„{title}“ von diesem Gerät nehmen',
    intro:
      'Für ein geliehenes Tablet, oder wenn Sie fertig sind: Der Workshop, seine Bilder, seine früheren Stände und Ihr Link verlassen diesen Browser. Auf dem Relay und auf anderen Geräten ändert sich nichts.',
    checking: 'Wird mit dem Relay verglichen …',
    removing: 'Wird entfernt …',
    safeTitle: 'Alles ist auf dem Relay',
    safeText: {
      one: 'Das Relay unter {host} hat jede Änderung bestätigt, sie eben auf Nachfrage vollständig zurückgegeben und hat das Bild.',
      other:
        'Das Relay unter {host} hat jede Änderung bestätigt, sie eben auf Nachfrage vollständig zurückgegeben und hat alle {n} Bilder.',
    },
    safeTextNoPictures:
      'Das Relay unter {host} hat jede Änderung bestätigt und sie eben auf Nachfrage vollständig zurückgegeben.',
    fileSafeTitle: 'Alles ist in Ihrer Datei',
    fileSafeText: 'Die Datei wurde wieder gelesen und enthält alles, was hier ist.',
    remove: 'Von diesem Gerät entfernen',
    onlyHereTitle: 'Noch nicht: Etwas ist nur auf diesem Gerät',
    noRelay: 'Dieser Workshop hat kein Relay. Er ist nirgends sonst als auf diesem Gerät.',
    offline: 'Das Relay unter {host} ist nicht zu erreichen; niemand kann sagen, ob es alles hat.',
    refused: 'Das Relay unter {host} nimmt von diesem Gerät nichts an: {reason}',
    pending: {
      one: 'Eine Änderung hat das Relay unter {host} nicht bestätigt.',
      other: '{n} Änderungen hat das Relay unter {host} nicht bestätigt.',
    },
    unconfirmed: 'Das Relay unter {host} sagt nicht, ob es speichert, was es bekommt.',
    differs: 'Das Relay unter {host} hat nicht alles, was hier ist.',
    pictures: {
      one: 'Ein Bild oder eine Datei ist nicht auf dem Relay unter {host}.',
      other: '{n} Bilder und Dateien sind nicht auf dem Relay unter {host}.',
    },
    setAside: {
      one: 'Eine hier gespeicherte Änderung ließ sich nicht lesen und wurde beiseitegelegt. Kein Relay hat sie, und niemand weiß, was darin steht: Nehmen Sie sie in einer Datei mit.',
      other:
        '{n} hier gespeicherte Änderungen ließen sich nicht lesen und wurden beiseitegelegt. Kein Relay hat sie, und niemand weiß, was darin steht: Nehmen Sie sie in einer Datei mit.',
    },
    damaged:
      'Von diesem Workshop war nur eine zweite Kopie lesbar. Die erste ist noch auf diesem Gerät, enthält vielleicht mehr und kann wieder lesbar werden: Laden Sie die Seite neu. Bis dahin wird hier nichts entfernt.',
    notOpened: 'Der Workshop ließ sich nicht öffnen. {reason}',
    wayOut:
      'Der Ausweg: Sichern Sie ihn als Datei und lassen Sie Etappe die Datei dort lesen, wo Sie sie gesichert haben.',
    save: '1. Als Datei sichern',
    pick: '2. Gesicherte Datei prüfen',
    tryAgain: 'Noch einmal vergleichen',
    checkingFile: 'Datei wird gelesen …',
    fileUnreadable:
      'Diese Datei lässt sich nicht lesen. Sichern Sie noch einmal und wählen Sie die gesicherte Datei.',
    fileOtherWorkshop: 'Das ist die Datei eines anderen Workshops.',
    fileIncomplete:
      'Diese Datei enthält nicht alles, was hier ist. Sichern Sie noch einmal. Bleibt es dabei, dann wartet hier etwas auf Arbeit eines anderen Geräts, die nicht angekommen ist.',
    fileSetAside:
      'Was hier nicht lesbar war und beiseitegelegt wurde, fehlt in dieser Datei. Sichern Sie noch einmal mit diesem Etappe.',
    filePictures:
      'Bilder von diesem Gerät fehlen in dieser Datei. Sichern Sie noch einmal. Bleibt es dabei, dann teilen Sie den Workshop, damit ein Relay sie übernimmt.',
    moderatorTitle: 'Dieses Gerät hat den Link der Moderation',
    moderatorText:
      'Wer ihn verliert, kann den Workshop nicht mehr schließen, seine Links nicht wechseln und ihn nicht leiten. Hat ihn kein anderes Gerät, dann drucken Sie zuerst das Wiederherstellungsblatt (Teilen).',
    removed: '„{title}“ ist nicht mehr auf diesem Gerät.',
    removeFailed: 'Das Entfernen ging nicht. {reason} Verloren ist nichts.',
    changed: 'Eben wurde noch etwas geschrieben. Bitte vergleichen Sie noch einmal.',
    goneTitle: 'Dieser Workshop hat dieses Gerät verlassen',
    goneText:
      'Er wurde in einem anderen Tab entfernt. Was Sie hier zuletzt geschrieben haben, ist vielleicht nur noch in diesem Fenster: Sichern Sie eine Kopie, wenn Sie es behalten möchten.',
    toHome: 'Zu meinen Workshops',
  },
)
