import type { Wording } from './wording.ts';

export const german: Wording = {
  orderPlaced: {
    subject: (number, store) => `Ihre Bestellung ${number} bei ${store}`,
    heading: 'Vielen Dank für Ihre Bestellung',
    lead: 'Ihre Bestellung ist bei uns eingegangen. Wir schreiben Ihnen, sobald sie unterwegs ist.',
    instructions: 'So bezahlen Sie',
  },
  orderEdited: {
    subject: (number) => `Bestellung ${number} wurde geändert`,
    heading: 'Ihre Bestellung wurde geändert',
    lead: 'So sieht Ihre Bestellung jetzt aus.',
    owed: (amount, isPaidOnline) =>
      isPaidOnline
        ? `Davon sind noch ${amount} zu bezahlen: Das geht auf der Seite Ihrer Bestellung.`
        : `Davon sind noch ${amount} zu bezahlen.`,
  },
  orderShipped: {
    subject: (number) => `Bestellung ${number} ist unterwegs`,
    heading: 'Ihr Paket ist unterwegs',
    lead: (isWhole) =>
      isWhole
        ? 'Alles, was Sie bestellt haben, ist verschickt.'
        : 'Ein Teil Ihrer Bestellung ist verschickt. Wir schreiben Ihnen, wenn der Rest folgt.',
  },
  orderRefunded: {
    subject: (number) => `Erstattung zur Bestellung ${number}`,
    heading: 'Wir haben Ihnen Geld erstattet',
    lead: (amount) =>
      `${amount} gehen auf dem Weg zurück, auf dem Sie bezahlt haben. Bis die Bank es zeigt, können zehn Tage vergehen.`,
  },
  orderCancelled: {
    subject: (number) => `Bestellung ${number} wurde storniert`,
    heading: 'Ihre Bestellung wurde storniert',
    lead: 'Es wird nichts mehr davon verschickt.',
    refund: 'Was Sie bezahlt haben, kommt auf dem Weg zurück, auf dem Sie bezahlt haben.',
  },
  customerSignIn: {
    subject: (store) => `Anmelden bei ${store}`,
    heading: 'Ihr Link zum Anmelden',
    lead: (minutes) => `Mit diesem Link melden Sie sich an. Er gilt einmal und ${minutes} Minuten lang.`,
    button: 'Anmelden',
    ignore:
      'Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun: Ohne den Link wird niemand angemeldet. Geben Sie ihn nicht weiter.',
  },
  webhookEndpointDisabled: {
    subject: (store) => `Ein Webhook-Endpunkt von ${store} wurde abgeschaltet`,
    heading: 'Ein Webhook-Endpunkt wurde abgeschaltet',
    lead: 'Es wird nichts mehr an ihn gesendet. Was inzwischen geschieht, wird 30 Tage aufgehoben.',
    endpoint: 'Endpunkt',
    whatToDo:
      'Sobald er wieder antwortet: nehmen Sie ihn wieder auf, und senden Sie nach, was er verpasst hat (hp webhooks replay oder das Dashboard).',
  },
  stockReport: {
    subject: (store, partner, isFailed) =>
      isFailed
        ? `Der Bestand von ${store} konnte nicht mit „${partner}“ verglichen werden`
        : `Die Bestände von ${store} und „${partner}“ stimmen nicht überein`,
    lead: (differences, compared) =>
      `${differences} von ${compared} Zählungen weichen ab. Keine Seite wurde verändert.`,
    notCompared: 'Bis zum nächsten Vergleich ist über Abweichungen nichts bekannt.',
    partner: 'Partner',
    report: 'Bericht',
    counts: (here, there) => `hier ${here ?? 'unbekannt'}, dort ${there ?? 'unbekannt'}`,
    more: (count) => `${count} weitere stehen im Bericht.`,
    whatToDo:
      'Berichtigen Sie die Seite, die nicht stimmt. Der Bericht steht im Dashboard unter Data, Reconciliations.',
    tryAgain: 'Es wird in der nächsten Nacht wieder versucht, oder wenn Sie es anstoßen.',
  },
  labels: {
    order: 'Bestellung',
    date: 'Datum',
    items: 'Artikel',
    sums: 'Beträge',
    subtotal: 'Zwischensumme',
    discount: 'Rabatt',
    shipping: (method) => (method === null ? 'Versand' : `Versand (${method})`),
    total: 'Gesamtbetrag',
    includedTax: (name, rate) => `inkl. ${name} ${rate}`,
    addedTax: (name, rate) => `${name} ${rate}`,
    shippingAddress: 'Lieferanschrift',
    billingAddress: 'Rechnungsanschrift',
    carrier: 'Versand durch',
    trackingNumber: 'Sendungsnummer',
    track: 'Sendung verfolgen',
    viewOrder: 'Bestellung ansehen',
    refunded: 'Erstattet',
    reason: 'Grund',
    vatId: 'USt-IdNr.',
  },
};
