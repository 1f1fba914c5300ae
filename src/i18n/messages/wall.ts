import { defineMessages } from '../defineMessages.ts'

export const wall = defineMessages(
  {
    join: 'Join in',
    joinHint: 'Scan with the tablet’s camera',
    qrLabel: 'QR code to join the workshop',
    localhost: 'Open Etappe under the address that the relay printed, so that the code works for the others.',
    notShared: 'Not shared yet: nobody else can join.',
    nobody: 'Nobody else is here yet.',
    here: 'Here now',
    write: 'Write on the wall',
    stopWriting: 'Only show',
    follow: 'Show what the moderator shows',
    fullscreen: 'Full screen',
    leave: 'Leave the wall',
    notAwake: 'This browser lets the screen fall asleep; please set it so that it stays on.',
  },
  {
    join: 'Mitmachen',
    joinHint: 'Mit der Kamera des Tablets scannen',
    qrLabel: 'QR-Code, um dem Workshop beizutreten',
    localhost:
      'Öffnen Sie Etappe unter der Adresse, die das Relay genannt hat, damit der Code für die anderen gilt.',
    notShared: 'Noch nicht geteilt: Niemand sonst kann beitreten.',
    nobody: 'Noch ist niemand sonst da.',
    here: 'Gerade da',
    write: 'An der Wand schreiben',
    stopWriting: 'Nur zeigen',
    follow: 'Zeigen, was die Moderation zeigt',
    fullscreen: 'Vollbild',
    leave: 'Wand verlassen',
    notAwake:
      'Dieser Browser lässt den Bildschirm einschlafen; bitte stellen Sie ihn so ein, dass er an bleibt.',
  },
)
