import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { givenOrder } from '../../../../tests/fixtures/order.ts';
import { fashionConfig } from '../../../../tests/fixtures/store-config.ts';
import { documentKit } from './document-kit.ts';
import { invoice } from './invoice.ts';
import { packingSlip } from './packing-slip.ts';
import { renderDocument } from './render-document.ts';

const placedAt = '2026-03-01T23:30:00.000Z';
const order = givenOrder(1, placedAt, {
  lines: [{ quantity: 2, price: 4990 }],
  shipping: 490,
  discount: 998,
});

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return text.map((page) => page.replace(/[\u00a0\u202f]/g, ' '));
}

describe('an invoice', () => {
  it('says who sold what to whom, for how much, with which tax', async () => {
    const [page = ''] = await pagesOf(
      await renderDocument(invoice(order, documentKit(fashionConfig, 'en')), placedAt),
    );
    for (const text of [
      ...[
        'Fashion Test GmbH',
        'VAT ID DE123456789',
        'Ada Lovelace',
        '10119 Berlin',
        'INV-1001',
        '03/02/2026',
      ],
      ...[
        'Product 1',
        'Sand / M · SKU SKU-1',
        '€99.80',
        '-€9.98',
        'VAT 19% of €79.60',
        '€15.12',
        '€94.72',
        'Page 1 of 1',
      ],
    ]) {
      expect(page).toContain(text);
    }
  });

  it('is in the language of the order, with the letters of Europe', async () => {
    const title = 'Żółć Ελλάδα Кириллица Ñandú Ğüzel';
    const lines = order.lines.map((line) => ({ ...line, title }));
    const german = invoice({ ...order, lines }, documentKit(fashionConfig, 'de'));
    const [page = ''] = await pagesOf(await renderDocument(german, placedAt));
    expect(page).toContain(title);
    for (const text of ['Rechnung', '02.03.2026', '94,72 €', 'Torstraße 1', 'Seite 1 von 1'])
      expect(page).toContain(text);
  });

  it('of many lines has as many pages as it needs, each with the head of the table', async () => {
    const lines = Array.from({ length: 120 }, (_, product) => ({
      product,
      quantity: 1,
      price: 100 + product,
    }));
    const long = givenOrder(2, placedAt, { lines });
    const pages = await pagesOf(
      await renderDocument(invoice(long, documentKit(fashionConfig, 'en')), placedAt),
    );
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.slice(0, -1).entries()) {
      expect(page).toContain('Unit price');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    }
    for (const product of [0, 60, 119]) expect(pages.join('\n')).toContain(`SKU-${product}`);
  });

  it('is the same, byte by byte, whenever it is made', async () => {
    const make = () => renderDocument(invoice(order, documentKit(fashionConfig, 'en')), placedAt);
    expect(Buffer.from(await make()).equals(await make())).toBe(true);
  });
});

it('tells on a packing slip what is in the parcel, and no amount', async () => {
  const slip = packingSlip({ ...order, note: 'Ring twice' }, undefined, documentKit(fashionConfig, 'en'));
  const [page = ''] = await pagesOf(await renderDocument(slip, placedAt));
  expect(page).toContain('Packing slip');
  expect(page).toContain('Product 1');
  expect(page).toContain('Ring twice');
  expect(page).not.toContain('€');
});
