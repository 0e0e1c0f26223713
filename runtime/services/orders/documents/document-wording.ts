/** Every word of the documents in one language. */
export interface DocumentWording {
  readonly invoice: string;
  readonly creditNote: string;
  readonly packingSlip: string;
  readonly invoiceNumber: string;
  readonly creditNoteNumber: string;
  readonly invoiceDate: string;
  readonly creditNoteDate: string;
  readonly ofInvoice: string;
  readonly order: string;
  readonly orderDate: string;
  readonly shippedAt: string;
  readonly deliveredTo: string;
  readonly tracking: string;
  readonly parcel: string;
  readonly position: string;
  readonly item: string;
  readonly sku: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly tax: string;
  readonly amount: string;
  readonly subtotal: string;
  readonly discount: string;
  readonly shipping: string;
  readonly net: string;
  readonly total: string;
  readonly taxOf: (name: string, rate: string, net: string) => string;
  readonly cancelled: string;
  readonly paid: string;
  readonly refunded: string;
  readonly balance: string;
  readonly other: string;
  readonly pricesWithTax: string;
  readonly pricesWithoutTax: string;
  readonly taxExempt: string;
  readonly giftMessage: string;
  readonly page: (number: number, count: number) => string;
  readonly vatId: string;
}

const english: DocumentWording = {
  ...{ invoice: 'Invoice', creditNote: 'Credit note', packingSlip: 'Packing slip' },
  ...{ invoiceNumber: 'Invoice number', creditNoteNumber: 'Credit note number', ofInvoice: 'For invoice' },
  ...{ invoiceDate: 'Invoice date', creditNoteDate: 'Date', order: 'Order', orderDate: 'Order date' },
  ...{ shippedAt: 'Shipped', deliveredTo: 'Delivered to', tracking: 'Tracking', parcel: 'Parcel' },
  ...{ position: 'No.', item: 'Item', sku: 'SKU', quantity: 'Qty', unitPrice: 'Unit price', tax: 'Tax' },
  ...{ amount: 'Amount', subtotal: 'Subtotal', discount: 'Discount', shipping: 'Shipping', net: 'Net' },
  ...{
    total: 'Total',
    cancelled: 'Cancelled or returned',
    paid: 'Paid',
    refunded: 'Refunded',
    balance: 'Balance due',
  },
  other: 'Other',
  taxOf: (name, rate, net) => `${name} ${rate} of ${net}`,
  pricesWithTax: 'Prices include tax.',
  pricesWithoutTax: 'Prices do not include tax.',
  taxExempt: 'No tax is charged: the customer is exempt.',
  giftMessage: 'Gift message',
  page: (number, count) => `Page ${number} of ${count}`,
  vatId: 'VAT ID',
};

const german: DocumentWording = {
  ...{ invoice: 'Rechnung', creditNote: 'Gutschrift', packingSlip: 'Lieferschein' },
  ...{ invoiceNumber: 'Rechnungsnummer', creditNoteNumber: 'Gutschriftnummer', ofInvoice: 'Zur Rechnung' },
  ...{
    invoiceDate: 'Rechnungsdatum',
    creditNoteDate: 'Datum',
    order: 'Bestellung',
    orderDate: 'Bestelldatum',
  },
  ...{ shippedAt: 'Verschickt', deliveredTo: 'Lieferanschrift', tracking: 'Sendungsnummer', parcel: 'Paket' },
  ...{ position: 'Pos.', item: 'Artikel', sku: 'Art.-Nr.', quantity: 'Menge', unitPrice: 'Einzelpreis' },
  ...{ tax: 'Steuer', amount: 'Betrag', subtotal: 'Zwischensumme', discount: 'Rabatt', shipping: 'Versand' },
  ...{ net: 'Netto', total: 'Gesamtbetrag', cancelled: 'Storniert oder zurückgegeben', paid: 'Bezahlt' },
  ...{ refunded: 'Erstattet', balance: 'Offener Betrag', other: 'Sonstiges' },
  taxOf: (name, rate, net) => `${name} ${rate} auf ${net}`,
  pricesWithTax: 'Die Preise enthalten die Steuer.',
  pricesWithoutTax: 'Die Preise enthalten keine Steuer.',
  taxExempt: 'Es wird keine Steuer berechnet: der Kunde ist befreit.',
  giftMessage: 'Grußbotschaft',
  page: (number, count) => `Seite ${number} von ${count}`,
  vatId: 'USt-IdNr.',
};

export const documentWordings = { en: english, de: german } as const;

/** The first stands in where there are no words in a locale. */
export const documentLanguages = ['en', 'de'] as const;
