import { defineMessages } from '../defineMessages.ts'

export const media = defineMessages(
  {
    pictureUnreadable:
      '“{name}” could not be read as a picture. Please take a JPEG or PNG. Nothing was changed.',
    pictureHeic:
      '“{name}” is a HEIC photo, which this browser cannot read. On the iPhone choose Settings › Camera › Formats › Most Compatible, or save the photo as JPEG. Nothing was changed.',
    pictureSvg:
      '“{name}” is an SVG drawing. It may contain programs and is not taken in; please save it as PNG. Nothing was changed.',
    picturePdf:
      '“{name}” is a PDF. Please save the page as a picture, or take a screenshot of it. Nothing was changed.',
    pdfTitle: 'Which pages of “{name}”?',
    pdfText: 'Each page becomes a picture. Up to {most} at once.',
    pdfPage: 'Page {page}',
    pdfTake: { one: 'Take {n} page', other: 'Take {n} pages' },
    pdfLong: 'The first {shown} of {all} pages are shown. Split the file to reach the others.',
    pdfLocked: '“{name}” is locked with a password. Please save it without one. Nothing was changed.',
    pdfBroken: '“{name}” is damaged and could not be read as a PDF. Nothing was changed.',
    pictureCut:
      '“{name}” is incomplete: its end is missing. Please copy or send it again. Nothing was changed.',
    pictureTooHeavy: '“{name}” is larger than {most} MB. Please make it smaller. Nothing was changed.',
    pictureTooLarge:
      '“{name}” has {width} × {height} pixels; more than {most} megapixels would bring the tablet down. Please make it smaller. Nothing was changed.',
    noRecording: '“{name}” is neither sound nor film that a browser plays. Nothing was changed.',
    unplayable: '“{name}” is damaged, or this browser cannot play it. Nothing was changed.',
    tooHeavy:
      '“{name}” has {megabytes} MB; at most {most} MB are possible. Please record in a lower quality. Nothing was changed.',
    tooLong:
      '“{name}” lasts {seconds} seconds; at most {most} are possible. Please cut it shorter. Nothing was changed.',
    notKept: 'The recording could not be kept on this device. {reason}',
    recordings: 'Sound and film',
    recordSound: 'Record sound',
    recordFilm: 'Film',
    chooseRecording: 'Choose a recording',
    limits: 'Up to {seconds} seconds and {megabytes} MB.',
    insecure:
      'Over plain http the browser gives this page neither microphone nor camera. Record with the tablet’s own app instead:',
    denied:
      'The browser does not let this page use microphone or camera. Allow it in the browser’s settings, or record with the tablet’s own app:',
    noDevice: 'No microphone or camera was found. Choose a recording instead:',
    recorderBroke: 'The recording broke off. What was recorded until then is kept if it can be played.',
    asking: 'Waiting for microphone or camera …',
    recording: 'Recording: {done} of {most}',
    stop: 'Stop and keep',
    discard: 'Discard',
    keeping: 'Keeping the recording …',
    stoppedAndKept: 'Recording stopped and kept.',
    sound: 'Sound {n}, {length}',
    film: 'Film {n}, {length}',
    page: 'Page {page} of “{name}”',
    removeSound: 'Take sound {n} away',
    removeFilm: 'Take film {n} away',
    cannotPlay: 'This browser cannot play it.',
    saveFile: 'Save as a file',
    stillWith: 'Still on another device: {who}.',
    stillElsewhere: 'Still on another device.',
    interruptedPicture: 'The photo did not come back',
    interruptedRecording: 'The recording did not come back',
    interruptedText:
      'The tablet closed the app while its camera was open. Everything written is safe. You are back at: {where}.',
    again: 'Take it again',
    leaveIt: 'Leave it',
    placeCard: 'card “{text}”',
    placeActivity: 'activity “{text}”',
    placeTouchpoint: 'touchpoint “{text}”',
    placeCell: 'an empty cell',
    placePersona: 'persona “{text}”',
  },
  {
    pictureUnreadable:
      '„{name}“ ließ sich nicht als Bild lesen. Bitte nehmen Sie ein JPEG oder PNG. Es wurde nichts geändert.',
    pictureHeic:
      '„{name}“ ist ein HEIC-Foto, das dieser Browser nicht lesen kann. Wählen Sie auf dem iPhone Einstellungen › Kamera › Formate › Maximale Kompatibilität, oder speichern Sie das Foto als JPEG. Es wurde nichts geändert.',
    pictureSvg:
      '„{name}“ ist eine SVG-Zeichnung. Sie kann Programme enthalten und wird nicht übernommen; bitte speichern Sie sie als PNG. Es wurde nichts geändert.',
    picturePdf:
      '„{name}“ ist ein PDF. Bitte speichern Sie die Seite als Bild, oder machen Sie ein Bildschirmfoto davon. Es wurde nichts geändert.',
    pdfTitle: 'Welche Seiten von „{name}“?',
    pdfText: 'Jede Seite wird ein Bild. Höchstens {most} auf einmal.',
    pdfPage: 'Seite {page}',
    pdfTake: { one: '{n} Seite übernehmen', other: '{n} Seiten übernehmen' },
    pdfLong: 'Gezeigt werden die ersten {shown} von {all} Seiten. Für die anderen teilen Sie die Datei.',
    pdfLocked:
      '„{name}“ ist mit einem Passwort geschützt. Bitte speichern Sie die Datei ohne Passwort. Es wurde nichts geändert.',
    pdfBroken: '„{name}“ ist beschädigt und als PDF nicht lesbar. Es wurde nichts geändert.',
    pictureCut:
      '„{name}“ ist unvollständig: Das Ende fehlt. Bitte kopieren oder senden Sie es noch einmal. Es wurde nichts geändert.',
    pictureTooHeavy: '„{name}“ ist größer als {most} MB. Bitte verkleinern Sie es. Es wurde nichts geändert.',
    pictureTooLarge:
      '„{name}“ hat {width} × {height} Pixel; mehr als {most} Megapixel würden das Tablet überfordern. Bitte verkleinern Sie es. Es wurde nichts geändert.',
    noRecording: '„{name}“ ist weder Ton noch Film, den ein Browser abspielt. Es wurde nichts geändert.',
    unplayable:
      '„{name}“ ist beschädigt, oder dieser Browser kann es nicht abspielen. Es wurde nichts geändert.',
    tooHeavy:
      '„{name}“ hat {megabytes} MB; möglich sind höchstens {most} MB. Bitte nehmen Sie in geringerer Qualität auf. Es wurde nichts geändert.',
    tooLong:
      '„{name}“ dauert {seconds} Sekunden; möglich sind höchstens {most}. Bitte kürzen Sie die Aufnahme. Es wurde nichts geändert.',
    notKept: 'Die Aufnahme ließ sich auf diesem Gerät nicht behalten. {reason}',
    recordings: 'Ton und Film',
    recordSound: 'Ton aufnehmen',
    recordFilm: 'Filmen',
    chooseRecording: 'Aufnahme wählen',
    limits: 'Bis zu {seconds} Sekunden und {megabytes} MB.',
    insecure:
      'Über einfaches http gibt der Browser dieser Seite weder Mikrofon noch Kamera. Nehmen Sie stattdessen mit der App des Tablets auf:',
    denied:
      'Der Browser lässt diese Seite Mikrofon oder Kamera nicht benutzen. Erlauben Sie es in den Einstellungen des Browsers, oder nehmen Sie mit der App des Tablets auf:',
    noDevice: 'Es wurde kein Mikrofon oder keine Kamera gefunden. Wählen Sie stattdessen eine Aufnahme:',
    recorderBroke:
      'Die Aufnahme ist abgebrochen. Was bis dahin aufgenommen wurde, bleibt, wenn es sich abspielen lässt.',
    asking: 'Mikrofon oder Kamera werden angefragt …',
    recording: 'Aufnahme: {done} von {most}',
    stop: 'Beenden und behalten',
    discard: 'Verwerfen',
    keeping: 'Die Aufnahme wird gespeichert …',
    stoppedAndKept: 'Aufnahme beendet und behalten.',
    sound: 'Ton {n}, {length}',
    film: 'Film {n}, {length}',
    page: 'Seite {page} von „{name}“',
    removeSound: 'Ton {n} entfernen',
    removeFilm: 'Film {n} entfernen',
    cannotPlay: 'Dieser Browser kann es nicht abspielen.',
    saveFile: 'Als Datei speichern',
    stillWith: 'Noch auf einem anderen Gerät: {who}.',
    stillElsewhere: 'Noch auf einem anderen Gerät.',
    interruptedPicture: 'Das Foto ist nicht angekommen',
    interruptedRecording: 'Die Aufnahme ist nicht angekommen',
    interruptedText:
      'Das Tablet hat die App geschlossen, während die Kamera offen war. Alles Geschriebene ist sicher. Sie sind wieder bei: {where}.',
    again: 'Noch einmal aufnehmen',
    leaveIt: 'Nicht nötig',
    placeCard: 'Karte „{text}“',
    placeActivity: 'Aktivität „{text}“',
    placeTouchpoint: 'Kontaktpunkt „{text}“',
    placeCell: 'einem leeren Feld',
    placePersona: 'Persona „{text}“',
  },
)
