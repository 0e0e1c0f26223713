import { describe, expect, test } from 'vitest';
import { cardNumberPointer } from './card-number-pointer.ts';
import { hasArticleCheckDigit } from './check-digits.ts';
import { findCardNumber, withDigits } from './find-card-number.ts';
import { loggableAddress, maskCardNumbers } from './mask-card-numbers.ts';

const looksLikeCard = (text: string, field?: string) => findCardNumber(text, field) !== undefined;

describe('what looks like a card number', () => {
  test.each([
    ...['4242424242424242', '4000056655665556', '5555555555554444', '2223003122003222', '5200828282828210'],
    ...['378282246310005', '371449635398431', '6011111111111117', '6011981111111113', '3056930009020004'],
    ...['36227206271667', '6555900000604105', '3566002020360505', '6200000000000005', '6205500000000000004'],
    ...['4012888888881881', '2223000048400011', '376680816376961', '36259600000004', '6304000000000000'],
    ...['5063516945005047', '4222222222222', '2200000000000053', '9792030000000000'],
  ])('%s', (number) => {
    expect(looksLikeCard(number)).toBe(true);
  });

  test.each([
    '4242 4242 4242 4242',
    '4242-4242-4242-4242',
    '4242\u00a04242\u00a04242\u00a04242',
    '3782 822463 10005',
    '4242  4242 - 4242  4242',
    'my card is 4242424242424242, thanks',
    '4242 4242 4242 4242 12/27 123',
    'order 1001 4242 4242 4242 4242',
    'card:4242424242424242',
    'Visa4242424242424242',
    'card_4242424242424242',
    '４２４２４２４２４２４２４２４２',
    '٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢',
    '4242–4242–4242–4242',
  ])('%s', (text) => {
    expect(looksLikeCard(text)).toBe(true);
  });

  test('digits written as escapes of a GraphQL document', () => {
    expect(looksLikeCard(withDigits('note: "\\u0034\\u{32}42424242424242"'))).toBe(true);
  });
});

describe('what is no card number', () => {
  test.each([
    ['another check digit', '4242424242424241'],
    ['the beginning of no issuer', '1234567890123452'],
    ['a moment in milliseconds', '1764115200000'],
    ['a moment written out', '20261126003556'],
    ['dates and times', '2026-11-26 00:35 2026-11-27 00:36'],
    ['an id of ours', 'prod_01424242424242424242ABCDEF'],
    ['a UUID', '04242424-4242-4242-4242-424242424242'],
    ['a parcel of UPS', '1Z4242424242424242'],
    ['a parcel of Yodel', 'JD4242424242424242'],
    ['a parcel of USPS', '9400111899223197428490'],
    ['an account', 'IBAN DE75 5121 0800 1245 1261 99'],
    ['a telephone number', '+49 1512 3456 7890'],
    ['sizes', '36 38 40 42 44 46 48'],
    ['amounts', '4242.42 4242.42 4242.42'],
    ['a version', '4.2.4.2.4.2.4.2.4.2.4.2.4.2.4.2'],
    ['more digits than a card has', '42424242424242424242'],
    ['zeros', '0000000000000000'],
  ])('%s', (_what, text) => {
    expect(looksLikeCard(text)).toBe(false);
  });

  test('an EAN-13 is none, even with the check digit of a card', () => {
    const numbers = Array.from({ length: 20_000 }, (_, index) => String(4_006_381_300_000 + index));
    const both = numbers.filter((number) => hasArticleCheckDigit(number));
    expect(both.length).toBe(2000);
    expect(both.filter((number) => looksLikeCard(number))).toEqual([]);
  });

  test('a GTIN-14 is none where barcodes stand, and nowhere else', () => {
    const number = Array.from({ length: 20_000 }, (_, index) => String(36_000_000_000_000 + index)).find(
      (each) => hasArticleCheckDigit(each) && looksLikeCard(each),
    );
    expect(looksLikeCard(number ?? '', 'barcode')).toBe(false);
    expect(looksLikeCard('4242424242424242', 'barcode')).toBe(true);
  });
});

/** Deterministic digits: the same numbers on every run (Numerical Recipes' generator). */
function* randomNumbers(length: number, prefix = ''): Generator<string> {
  let state = 20_261_126;
  for (;;) {
    let digits = prefix;
    while (digits.length < length) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      digits += Math.floor((state / 2 ** 32) * 10);
    }
    yield digits;
  }
}

/** The figures of docs/decisions/0010. */
describe('how often a number that is no card is taken for one', () => {
  test.each([
    ['13 digits', 13, '', 0.025],
    ['14 digits', 14, '', 0.015],
    ['15 digits', 15, '', 0.015],
    ['16 digits', 16, '', 0.06],
    ['17 digits', 17, '', 0.015],
    ['18 digits', 18, '', 0.03],
    ['19 digits', 19, '', 0.04],
    ['20 digits and more', 20, '', 0],
    ['a moment with a running number, 16 digits', 16, '2026', 0],
    ['13 digits that begin with 4 and are no article', 13, '4', 0.1],
  ])('%s', (_what, length, prefix, atMost) => {
    const numbers = randomNumbers(length, prefix);
    const sample = Array.from({ length: 20_000 }, () => String(numbers.next().value));
    const share = sample.filter((number) => looksLikeCard(number)).length / sample.length;
    expect(share).toBeLessThanOrEqual(atMost);
  });
});

describe('where it stands', () => {
  test.each([
    [{ note: '4242424242424242' }, '/note'],
    [{ lines: [{ custom: { 'a/b': 'x', c: ['4242 4242 4242 4242'] } }] }, '/lines/0/custom/c/0'],
    [{ amount: 4242424242424242 }, '/amount'],
    [JSON.parse('{"number":4242424242424242424}'), '/number'],
    [{ custom: { '4242424242424242': 'x' } }, '/custom'],
    ['4242424242424242', ''],
    [{ barcode: '4006381333931', amount: 424242, nothing: null }, undefined],
  ])('in %j: %s', (document, pointer) => {
    expect(cardNumberPointer(document)).toBe(pointer);
  });

  test('a document nested deeper than the stack is looked into', () => {
    let document: unknown = '4242424242424242';
    for (let depth = 0; depth < 100_000; depth += 1) document = [document];
    expect(cardNumberPointer(document)).toMatch(/^(?:\/0){100000}$/);
  });
});

describe('masks', () => {
  test('each number of a text, and leaves the rest', () => {
    expect(maskCardNumbers('a 4242424242424242 b 3782 822463 10005 c')).toBe(
      'a [card-number] b [card-number] c',
    );
  });

  test.each([
    ['/v1/products/4242424242424242?q=5555555555554444', '/v1/products/[card-number]?q=[card-number]'],
    ['/v1/products?q=4242+4242+4242+4242', '/v1/products?q=[card-number]'],
    ['/v1/products?q=4242%204242%204242%204242', '/v1/products?q=[card-number]'],
    ['/v1/products/%34%32%34%32%34%32%34%32%34%32%34%32%34%32%34%32', '/v1/products/[card-number]'],
    [
      '/v1/products?a=4242424242424242&b=%204242424242424242',
      '/v1/products?a=[card-number]&b= [card-number]',
    ],
    ['/v1/products?q=caf%C3%A9', '/v1/products?q=caf%C3%A9'],
    ['/v1/products/%zz1', '/v1/products/%zz1'],
  ])('an address: %s', (address, logged) => {
    expect(loggableAddress(address)).toBe(logged);
  });
});
