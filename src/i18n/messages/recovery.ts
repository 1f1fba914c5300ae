import { defineMessages } from '../defineMessages.ts'

export const recovery = defineMessages(
  {
    action: 'Recovery sheet (PDF)',
    making: 'The recovery sheet is being made …',
    done: 'The recovery sheet is in your downloads. Print it, then delete the file: whoever has it is a moderator.',
    failed: 'The recovery sheet could not be made. Nothing was changed.',
    fileName: 'Recovery sheet',
    heading: 'Recovery sheet',
    forModerator: 'Moderator’s key to a workshop',
    warning:
      'Keep this sheet like a key. Whoever scans the code, photographs it or types the link is a moderator: they see and change everything, can close the workshop for everybody, and lock others out. Do not send it, do not hang it up.',
    workshop: 'Workshop',
    created: 'Created',
    printed: 'Printed',
    relay: 'Address',
    room: 'Room',
    scan: 'Scan to moderate',
    whatFor: 'What it is for',
    useOne: 'Every device that held the moderator’s link is lost, broken or handed back.',
    useTwo: 'Somebody else is to lead the workshop.',
    whatToDo: 'What to do with it',
    stepOne: 'Open the address above in a browser, choose “Join”, and scan the code; or type the key below.',
    stepTwo: 'Enter your name. You are the moderator again; what the relay has comes to the device.',
    stepThree:
      'If the sheet itself is lost: open “Share”, choose “New links”, and print a new sheet. This one is void then.',
    limits:
      'It opens what is on the relay. What was never delivered is not in it: keep a workshop file too (“Save a copy as a file”).',
    key: 'Key, for typing. Spaces do not matter; capital and small letters do.',
    link: 'Link',
  },
  {
    action: 'Wiederherstellungsblatt (PDF)',
    making: 'Das Wiederherstellungsblatt wird gemacht …',
    done: 'Das Wiederherstellungsblatt ist in Ihren Downloads. Drucken Sie es und löschen Sie dann die Datei: Wer sie hat, hat die Rechte der Moderation.',
    failed: 'Das Wiederherstellungsblatt ließ sich nicht machen. Es wurde nichts geändert.',
    fileName: 'Wiederherstellungsblatt',
    heading: 'Wiederherstellungsblatt',
    forModerator: 'Schlüssel der Moderation zu einem Workshop',
    warning:
      'Verwahren Sie dieses Blatt wie einen Schlüssel. Wer den Code scannt oder fotografiert oder den Link abtippt, hat die Rechte der Moderation: sieht und ändert alles, kann den Workshop für alle schließen und andere aussperren. Verschicken Sie es nicht, hängen Sie es nicht auf.',
    workshop: 'Workshop',
    created: 'Angelegt',
    printed: 'Gedruckt',
    relay: 'Adresse',
    room: 'Raum',
    scan: 'Scannen, um zu moderieren',
    whatFor: 'Wofür es da ist',
    useOne: 'Alle Geräte, die den Link der Moderation hatten, sind verloren, kaputt oder zurückgegeben.',
    useTwo: 'Jemand anderes soll den Workshop leiten.',
    whatToDo: 'Was Sie damit tun',
    stepOne:
      'Öffnen Sie die Adresse oben in einem Browser, wählen Sie „Beitreten“ und scannen Sie den Code; oder tippen Sie den Schlüssel unten ab.',
    stepTwo:
      'Tragen Sie Ihren Namen ein. Sie sind wieder Moderation; was das Relay hat, kommt auf das Gerät.',
    stepThree:
      'Ist das Blatt selbst verloren: Öffnen Sie „Teilen“, wählen Sie „Neue Links“ und drucken Sie ein neues Blatt. Dieses gilt dann nicht mehr.',
    limits:
      'Es öffnet, was auf dem Relay ist. Was nie abgeliefert wurde, ist nicht dabei: Behalten Sie auch eine Workshop-Datei („Kopie als Datei sichern“).',
    key: 'Schlüssel zum Abtippen. Leerzeichen sind egal; Groß und Klein nicht.',
    link: 'Link',
  },
)
