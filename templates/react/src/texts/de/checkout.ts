import type { checkout as english } from '../en/checkout.ts';

export const checkout: typeof english = {
  title: 'Kasse',
  contact: 'Kontakt',
  email: 'E-Mail',
  emailHint: 'Für die Bestätigung und Neues vom Paket.',
  deliverTo: 'Lieferadresse',
  billTo: 'Rechnungsadresse',
  sameAsDelivery: 'Die Rechnungsadresse ist dieselbe',
  delivery: 'Versand',
  payment: 'Zahlung',
  extras: 'Grußkarte oder Anmerkung',
  giftMessage: 'Grußkarte',
  giftMessageHint: 'Wir drucken sie und legen sie ins Paket.',
  note: 'Anmerkung für uns',
  optional: 'optional',
  country: 'Land',
  firstName: 'Vorname',
  lastName: 'Nachname',
  company: 'Firma',
  addressLine1: 'Straße und Hausnummer',
  addressLine2: 'Wohnung, Etage, Tür',
  city: 'Ort',
  region: 'Bundesstaat oder Provinz',
  chooseRegion: 'Auswählen …',
  postalCode: 'Postleitzahl',
  phone: 'Telefon',
  summary: 'Ihre Bestellung',
  showSummary: 'Bestellung zeigen',
  hideSummary: 'Bestellung ausblenden',
  changeCart: 'Warenkorb ändern',
  quantityTimes: (number) => `${number} ×`,
  workingDays: (from, to) =>
    from === to ? (from === '1' ? 'Am nächsten Werktag' : `${from} Werktage`) : `${from} bis ${to} Werktage`,
  noDelivery: 'Dorthin können wir das nicht schicken. Vielleicht geht es an eine andere Adresse.',
  deliveryLater: 'Was er kostet, hängt vom Land ab.',
  pickUp: 'Bereit, sobald wir Ihnen schreiben',
  paymentKinds: {
    card: 'Die Karte geben Sie auf der sicheren Seite des Anbieters ein.',
    paypal: 'Sie melden sich bei PayPal an und kommen gleich zurück.',
    manual: 'Die Angaben bekommen Sie mit der Bestätigung.',
  },
  cardName: 'Karte',
  noPaymentMethods: 'In dieser Währung gibt es gerade keinen Weg zu zahlen.',
  pay: (amount) => `${amount} zahlen`,
  orderNow: 'Zahlungspflichtig bestellen',
  orderFree: 'Bestellen, nichts zu zahlen',
  paying: 'Einen Augenblick …',
  leadsToProvider:
    'Als Nächstes bestätigen Sie die Zahlung auf der Seite des Anbieters. Bestellt ist, wenn Sie zurückkommen.',
  problemsTitle: (count) =>
    count === 1 ? 'Eine Angabe fehlt oder stimmt nicht' : `${count} Angaben fehlen oder stimmen nicht`,
  missing: {
    email: 'Geben Sie eine E-Mail-Adresse an',
    country: 'Wählen Sie ein Land',
    firstName: 'Geben Sie den Vornamen an',
    lastName: 'Geben Sie den Nachnamen an, oder eine Firma',
    company: 'Geben Sie die Firma an',
    addressLine1: 'Geben Sie Straße und Hausnummer an',
    addressLine2: 'Geben Sie die zweite Zeile der Adresse an',
    city: 'Geben Sie den Ort an',
    region: 'Wählen Sie Bundesstaat oder Provinz',
    postalCode: 'Geben Sie die Postleitzahl an',
    phone: 'Geben Sie eine Telefonnummer an',
    shippingMethod: 'Wählen Sie, wie geliefert wird',
    payment: 'Wählen Sie, wie Sie zahlen',
  },
  invalidEmail: 'Das ist keine E-Mail-Adresse: sie sieht aus wie name@example.com',
  invalidPostalCode: (country) => `Das ist keine Postleitzahl: ${country}`,
  unknownRegion: (country) => `Das gibt es dort nicht: ${country}`,
  unavailableMethod: 'So kann nicht mehr geliefert werden: wählen Sie anders',
  linesProblem: 'Etwas im Warenkorb lässt sich so nicht kaufen: ändern Sie den Warenkorb',
  tooLong: 'Das ist zu lang',
  totalChanged: (before, now) =>
    `Der Gesamtbetrag ist jetzt ${now}; bisher war er ${before}. Wenn das in Ordnung ist, drücken Sie noch einmal.`,
  heldFor: (time) => `Ihre Artikel sind noch ${time} für Sie zurückgelegt`,
  heldSoonOver: 'Ihre Artikel sind noch zwei Minuten zurückgelegt.',
  heldNoMore: 'Ihre Artikel sind nicht mehr zurückgelegt. Sie bekommen sie, solange es welche gibt.',
  emptyTitle: 'Hier ist nichts zu bezahlen',
  cancelledTitle: 'Sie haben die Zahlungsseite verlassen',
  cancelledText: 'Es wurde nichts abgebucht, und alle Angaben sind noch da. Zahlen Sie, wann Sie möchten.',
  failedTitle: 'Die Zahlung hat nicht geklappt',
  failures: {
    card_declined:
      'Die Bank hat die Karte abgelehnt. Es wurde nichts abgebucht. Versuchen Sie es mit einer anderen.',
    insufficient_funds:
      'Auf der Karte ist nicht genug Geld. Es wurde nichts abgebucht. Nehmen Sie eine andere.',
    expired_card: 'Die Karte ist abgelaufen. Es wurde nichts abgebucht. Nehmen Sie eine andere.',
    incorrect_cvc:
      'Die Prüfziffer der Karte stimmte nicht. Es wurde nichts abgebucht. Versuchen Sie es noch einmal.',
    processing_error:
      'Die Bank konnte die Karte gerade nicht prüfen. Es wurde nichts abgebucht. Versuchen Sie es gleich noch einmal.',
    lost_card: 'Die Bank hat die Karte abgelehnt. Es wurde nichts abgebucht. Nehmen Sie eine andere.',
    stolen_card: 'Die Bank hat die Karte abgelehnt. Es wurde nichts abgebucht. Nehmen Sie eine andere.',
    authentication_required:
      'Die Bank möchte, dass Sie die Zahlung bestätigen. Es wurde nichts abgebucht. Versuchen Sie es noch einmal.',
    payment_intent_authentication_failure:
      'Sie wurden nicht als Inhaber der Karte bestätigt. Es wurde nichts abgebucht. Versuchen Sie es noch einmal, oder zahlen Sie anders.',
    authentication_failed:
      'Sie wurden nicht als Inhaber der Karte bestätigt. Es wurde nichts abgebucht. Versuchen Sie es noch einmal, oder zahlen Sie anders.',
    abandoned: 'Die Zahlung wurde nicht beendet. Es wurde nichts abgebucht. Zahlen Sie, wann Sie möchten.',
    requested: 'Die Zahlung wurde nicht beendet. Es wurde nichts abgebucht. Zahlen Sie, wann Sie möchten.',
    canceled: 'Die Zahlung wurde nicht beendet. Es wurde nichts abgebucht. Zahlen Sie, wann Sie möchten.',
    expired: 'Die Zahlungsseite war zu lange offen. Es wurde nichts abgebucht. Fangen Sie noch einmal an.',
    mismatch:
      'Der Warenkorb hat sich während der Zahlung geändert, darum haben wir sie zurückgegeben. Sehen Sie sich den neuen Betrag an, und zahlen Sie noch einmal.',
    refused: 'Diese Zahlung können wir nicht annehmen; sie wurde zurückgegeben. Bitte zahlen Sie anders.',
    not_ready:
      'Der Warenkorb lässt sich so nicht mehr kaufen; die Zahlung wurde zurückgegeben. Sehen Sie unten nach.',
    unavailable:
      'So können Sie gerade nicht zahlen. Wählen Sie anders, oder versuchen Sie es gleich noch einmal.',
    unreached:
      'Der Shop war gerade nicht erreichbar. Es wurde nichts abgebucht. Versuchen Sie es gleich noch einmal.',
    other: 'Es wurde nichts abgebucht. Versuchen Sie es noch einmal, oder zahlen Sie anders.',
  },
  confirming: 'Ihre Zahlung wird bestätigt',
  confirmingText: 'Das dauert ein paar Sekunden. Bitte zahlen Sie nicht noch einmal.',
  stillConfirming: 'Die Zahlung wird noch bestätigt',
  stillConfirmingText:
    'Der Anbieter hat noch nicht endgültig geantwortet. Sie können diese Seite verlassen: sobald die Zahlung da ist, ' +
    'wird bestellt, und wir schreiben Ihnen.',
  continuePayment: 'Mit der Zahlung fortfahren',
  otherPayment: 'Anders zahlen',
  nothingToReturnTo: 'Diese Zahlung gehört zu einem Warenkorb, den dieser Browser nicht kennt',
  nothingToReturnToText:
    'Wenn Sie gezahlt haben, kommt die Bestätigung per E-Mail. Bestellungen dieses Browsers stehen in Ihrer Liste.',
};
