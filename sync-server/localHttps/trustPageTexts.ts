/** The words of the page that walks a tablet through trusting the laptop, in the two languages of the app. */

export interface TrustPageTexts {
  readonly lang: 'en' | 'de'
  readonly title: string
  readonly why: string
  readonly download: string
  readonly steps: Readonly<Record<'iPad' | 'Android' | 'Windows' | 'Mac', readonly string[]>>
  readonly test: string
  readonly works: string
  readonly fails: string
  /** Nothing can be said about trust: the laptop does not answer this page either. */
  readonly silent: string
  readonly open: string
  readonly plain: string
  /** Above the codes that lead another tablet here. */
  readonly next: string
}

export const TRUST_PAGE_TEXTS: Readonly<Record<'en' | 'de', TrustPageTexts>> = {
  en: {
    lang: 'en',
    title: 'Make this tablet trust the workshop laptop',
    why: 'This is needed once per tablet. Then Etappe opens here also without the network, and nothing is lost on a reload.',
    download: 'Load the certificate',
    steps: {
      iPad: [
        'Open this page in Safari, load the certificate above and choose “Allow”.',
        'Settings → “Profile Downloaded” → Install, with the code of the iPad.',
        'Settings → General → About → Certificate Trust Settings: switch “Etappe” on.',
      ],
      Android: [
        'Load the certificate above.',
        'Settings → search for “CA certificate” → Install anyway → choose etappe-ca.crt. A tablet without a screen lock asks for one first.',
        'Use Chrome afterwards.',
      ],
      Windows: [
        'Load the certificate above and open it.',
        'Install Certificate → Current User → Place in: Trusted Root Certification Authorities.',
        'Restart the browser.',
      ],
      Mac: [
        'Load the certificate above and open it: Keychain Access takes it.',
        'There, double-click “Etappe on …” → Trust → When using this certificate: Always Trust.',
        'Restart the browser.',
      ],
    },
    test: 'Test it',
    works: 'It worked: this tablet trusts the laptop.',
    fails: 'Not yet: this tablet does not trust the laptop. Check the last step above.',
    silent:
      'The laptop does not answer. Is it awake, and is this tablet in the same network? Then test again.',
    open: 'Open Etappe',
    plain: 'Only this room’s laptop can use this certificate; remove it after the workshop if you like.',
    next: 'Scan to bring another tablet here',
  },
  de: {
    lang: 'de',
    title: 'Dieses Tablet dem Workshop-Laptop vertrauen lassen',
    why: 'Das ist einmal pro Tablet nötig. Danach öffnet sich Etappe hier auch ohne Netz, und beim Neuladen geht nichts verloren.',
    download: 'Zertifikat laden',
    steps: {
      iPad: [
        'Öffnen Sie diese Seite in Safari, laden Sie oben das Zertifikat und wählen Sie „Zulassen“.',
        'Einstellungen → „Profil geladen“ → Installieren, mit dem Code des iPads.',
        'Einstellungen → Allgemein → Info → Zertifikatsvertrauenseinstellungen: „Etappe“ einschalten.',
      ],
      Android: [
        'Laden Sie oben das Zertifikat.',
        'Einstellungen → nach „CA-Zertifikat“ suchen → Trotzdem installieren → etappe-ca.crt wählen. Ein Tablet ohne Bildschirmsperre verlangt zuerst eine.',
        'Verwenden Sie danach Chrome.',
      ],
      Windows: [
        'Laden Sie oben das Zertifikat und öffnen Sie es.',
        'Zertifikat installieren → Aktueller Benutzer → Speicher: Vertrauenswürdige Stammzertifizierungsstellen.',
        'Starten Sie den Browser neu.',
      ],
      Mac: [
        'Laden Sie oben das Zertifikat und öffnen Sie es: Es kommt in die Schlüsselbundverwaltung.',
        'Dort „Etappe on …“ doppelklicken → Vertrauen → Bei Verwendung dieses Zertifikats: Immer vertrauen.',
        'Starten Sie den Browser neu.',
      ],
    },
    test: 'Ausprobieren',
    works: 'Es hat geklappt: Dieses Tablet vertraut dem Laptop.',
    fails: 'Noch nicht: Dieses Tablet vertraut dem Laptop nicht. Prüfen Sie den letzten Schritt oben.',
    silent:
      'Der Laptop antwortet nicht. Ist er wach, und ist dieses Tablet im selben Netz? Probieren Sie es dann noch einmal.',
    open: 'Etappe öffnen',
    plain:
      'Nur der Laptop dieses Raums kann das Zertifikat verwenden; entfernen Sie es nach dem Workshop, wenn Sie möchten.',
    next: 'Für das nächste Tablet: hier scannen',
  },
}
