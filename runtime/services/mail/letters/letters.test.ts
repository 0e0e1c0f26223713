import { describe, expect, it } from 'vitest';
import { fashionConfig } from '../../../../tests/fixtures/store-config.ts';
import {
  letterKit,
  orderPlaced,
  orderRefunded,
  orderShipped,
  renderHtml,
  renderText,
  sampleOrder,
  sampleParcel,
  sampleRefund,
} from './index.ts';

const order = (locale: string) => sampleOrder(fashionConfig, locale, '2026-03-01T23:30:00.000Z');
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a letter', () => {
  it('is in the language of the order, with its amounts and dates', () => {
    const text = plain(renderText(orderPlaced(order('de'), letterKit(fashionConfig, 'de'))));
    expect(text).toContain('VIELEN DANK FÜR IHRE BESTELLUNG');
    expect(text).toContain('Datum: 2. März 2026');
    expect(text).toMatch(/Gesamtbetrag +118,50 €/);
    expect(text).toMatch(/Rabatt +-11,20 €/);
    expect(text).toMatch(/inkl\. VAT 19 % +18,92 €/);
    expect(text).toContain('Deutschland');
  });

  it('writes amounts as the region does, in the language that there is', () => {
    expect(renderText(orderPlaced(order('de-CH'), letterKit(fashionConfig, 'de-CH')))).toMatch(
      /Gesamtbetrag .*118\.50/,
    );
    expect(renderText(orderPlaced(order('fr'), letterKit(fashionConfig, 'fr')))).toMatch(/Total +€118\.50/);
  });

  it('says in HTML what it says in text', () => {
    const kit = letterKit(fashionConfig, 'en');
    for (const letter of [
      orderPlaced(order('en'), kit),
      orderShipped(order('en'), sampleParcel, kit),
      orderRefunded(order('en'), sampleRefund(order('en')), kit),
    ]) {
      const markup = renderHtml(letter);
      expect(markup).toContain(`<html lang="en">`);
      for (const { title } of letter.blocks.flatMap((block) => (block.kind === 'items' ? block.rows : []))) {
        expect(markup).toContain(title);
        expect(renderText(letter)).toContain(title);
      }
    }
  });

  it('lets no title, message or address become markup', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const [line] = order('en').lines;
    const lines = line ? [{ ...line, title: evil, giftMessage: evil, variantTitle: evil }] : [];
    const kit = letterKit({ ...fashionConfig, name: evil }, 'en');
    const markup = renderHtml(orderPlaced({ ...order('en'), lines, number: evil }, kit));
    expect(markup).not.toContain('<img');
    expect(markup).toContain('&lt;img src=x');
  });

  it('links to the web alone', () => {
    const tracking = { carrier: null, number: null, url: 'javascript:alert(1)' };
    const letter = orderShipped(order('en'), { ...sampleParcel, tracking }, letterKit(fashionConfig, 'en'));
    expect(renderHtml(letter)).not.toContain('javascript:');
    expect(renderText(letter)).not.toContain('javascript:');
  });

  it('says whether a parcel is the whole order', () => {
    const kit = letterKit(fashionConfig, 'en');
    expect(orderShipped(order('en'), sampleParcel, kit).preheader).toContain('Part of your order');
    const all = {
      ...sampleParcel,
      lines: [
        { lineId: 'shirt', quantity: 2 },
        { lineId: 'bottle', quantity: 1 },
      ],
    };
    expect(orderShipped(order('en'), all, kit).preheader).toContain('Everything');
  });
});
