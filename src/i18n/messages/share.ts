import { defineMessages } from '../defineMessages.ts'

export const share = defineMessages(
  {
    title: 'Share this workshop',
    startTitle: 'Work together',
    startText:
      'The workshop then also lives on the relay at {host}: only for people with a link, and without accounts. You can go on without a network at any time.',
    start: 'Share over {host}',
    tokenText: 'This relay lets nobody create a workshop without its token. Whoever runs it can tell you.',
    token: 'Creation token',
    role: 'What the link allows',
    writer: 'Participant',
    writerText: 'Writes on the map. For everybody in the room.',
    moderator: 'Moderator',
    moderatorText: 'Also locks, reveals and leads. Only for people who run the workshop with you.',
    reviewer: 'Reviewer',
    reviewerText: 'Looks at everything, comments, and may not change the map.',
    reader: 'Reader',
    readerText: 'Looks at everything and changes nothing.',
    qrLabel: 'QR code of the link',
    link: 'Link',
    copy: 'Copy link',
    copied: 'The link has been copied.',
    copyFailed: 'Please select the link and copy it yourself; this browser does not allow it.',
    send: 'Send …',
    secretHint: 'Whoever has the link gets in. Treat it like a key.',
    localhost:
      'You opened Etappe as {host}, which only this computer understands. For the others, enter the address that the relay printed when it started.',
    addressChanged:
      'This computer is now at {host}. Let everybody scan the new code; what a tablet has not sent yet stays on it under the old address.',
    address: 'Address of this computer in the network',
    addressPlaceholder: 'http://192.168.1.20:4321',
    addressWrong: 'This is no address. It looks like http://192.168.1.20:4321.',
    onlyMap: 'A lock on the map is an agreement of this app; what the link allows, the relay enforces.',
    notShareable: 'Your link cannot be passed on with more rights than it has.',
  },
  {
    title: 'Workshop teilen',
    startTitle: 'Zusammen arbeiten',
    startText:
      'Der Workshop lebt dann auch auf dem Relay unter {host}: nur für Menschen mit einem Link und ohne Konten. Ohne Netz können Sie jederzeit weiterarbeiten.',
    start: 'Über {host} teilen',
    tokenText:
      'Dieses Relay lässt ohne sein Token keinen Workshop anlegen. Wer es betreibt, kann es Ihnen sagen.',
    token: 'Anlege-Token',
    role: 'Was der Link erlaubt',
    writer: 'Teilnahme',
    writerText: 'Schreibt auf der Map. Für alle im Raum.',
    moderator: 'Moderation',
    moderatorText: 'Sperrt, deckt auf und leitet auch. Nur für Menschen, die den Workshop mit Ihnen führen.',
    reviewer: 'Begutachtung',
    reviewerText: 'Sieht alles, kommentiert und darf die Map nicht ändern.',
    reader: 'Nur lesen',
    readerText: 'Sieht alles und ändert nichts.',
    qrLabel: 'QR-Code des Links',
    link: 'Link',
    copy: 'Link kopieren',
    copied: 'Der Link ist kopiert.',
    copyFailed: 'Bitte markieren und kopieren Sie den Link selbst; dieser Browser erlaubt es nicht.',
    send: 'Senden …',
    secretHint: 'Wer den Link hat, kommt herein. Behandeln Sie ihn wie einen Schlüssel.',
    localhost:
      'Sie haben Etappe als {host} geöffnet, das versteht nur dieser Rechner. Tragen Sie für die anderen die Adresse ein, die das Relay beim Start genannt hat.',
    addressChanged:
      'Dieser Rechner ist jetzt unter {host} erreichbar. Lassen Sie alle den neuen Code scannen; was ein Tablet noch nicht gesendet hat, bleibt dort unter der alten Adresse.',
    address: 'Adresse dieses Rechners im Netz',
    addressPlaceholder: 'http://192.168.1.20:4321',
    addressWrong: 'Das ist keine Adresse. Sie sieht so aus: http://192.168.1.20:4321.',
    onlyMap:
      'Eine Sperre auf der Map ist eine Vereinbarung dieser App; was der Link erlaubt, setzt das Relay durch.',
    notShareable: 'Ihr Link lässt sich nicht mit mehr Rechten weitergeben, als er hat.',
  },
)
