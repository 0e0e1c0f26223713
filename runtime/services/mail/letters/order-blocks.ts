import type { Block, ItemRow, SumRow } from './letter.ts';
import type { LetterAddress, LetterLine, LetterOrder } from './letter-facts.ts';
import type { LetterKit } from './letter-kit.ts';

export function orderFacts({ number, placedAt }: LetterOrder, { wording, date }: LetterKit): Block {
  const { labels } = wording;
  const rows = [
    { label: labels.order, value: number },
    { label: labels.date, value: date(placedAt) },
  ];
  return { kind: 'facts', rows };
}

/** The way to the order's page. */
export function orderButton({ orderUrl, wording }: LetterKit): Block[] {
  return orderUrl === null ? [] : [{ kind: 'button', label: wording.labels.viewOrder, url: orderUrl }];
}

/** The variant, and what was asked for beside it. */
function detailOf({ variantTitle, customData, giftMessage }: LetterLine): string {
  const chosen = customData.map(({ name, value }) => `${name}: ${value}`);
  const gift = giftMessage === null ? [] : [`“${giftMessage}”`];
  return [variantTitle, ...chosen, ...gift].filter((text) => text !== '').join(' · ');
}

export function itemRow(line: LetterLine, quantity: number, amount?: string): ItemRow {
  const row = { title: line.title, detail: detailOf(line), quantity };
  return amount === undefined ? row : { ...row, amount };
}

export function orderItems({ lines }: LetterOrder, { wording, money }: LetterKit): Block {
  const rows = lines.map((line) => itemRow(line, line.quantity, money(line.subtotal)));
  return { kind: 'items', heading: wording.labels.items, rows };
}

/** From the lines to the total. Taxes stand above the total where they come on top of the prices, else below. */
export function orderSums({ totals, shippingMethod }: LetterOrder, kit: LetterKit): Block {
  const { labels } = kit.wording;
  const { subtotal, discount, shippingPrice, shippingDiscount, total, taxes } = totals;
  const row = (label: string, amount: SumRow['amount']): SumRow => ({ label, amount });
  const off = discount.amount + shippingDiscount.amount;
  const taxSum = taxes.reduce((sum, { tax }) => sum + tax.amount, 0);
  const isOnTop =
    subtotal.amount - off + shippingPrice.amount + taxSum === total.gross.amount && taxSum !== 0;
  const taxRows = taxes.map(({ name, rate, tax }) => {
    const label = isOnTop ? labels.addedTax : labels.includedTax;
    return row(label(name, kit.percent(rate)), kit.money(tax));
  });
  const rows = [
    row(labels.subtotal, kit.money(subtotal)),
    ...(off === 0 ? [] : [row(labels.discount, kit.money({ ...discount, amount: -off }))]),
    ...(shippingMethod ? [row(labels.shipping(shippingMethod.name), kit.money(shippingPrice))] : []),
    ...(isOnTop ? taxRows : []),
    { label: labels.total, amount: kit.money(total.gross), isTotal: true },
    ...(isOnTop ? [] : taxRows),
  ];
  return { kind: 'sums', heading: labels.sums, rows };
}

export function addressLines(address: LetterAddress, { country }: LetterKit): string[] {
  const { firstName, lastName, company, addressLine1, addressLine2, city, region, postalCode } = address;
  const joined = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' ');
  const lines = [
    ...[joined(firstName, lastName), company, addressLine1, addressLine2],
    ...[joined(postalCode, city, region), country(address.country)],
  ];
  return lines.filter((line) => line !== null && line !== '') as string[]; // filter's type keeps null
}

export function addressBlock(address: LetterAddress | null, heading: string, kit: LetterKit): Block[] {
  return address ? [{ kind: 'address', heading, lines: addressLines(address, kit) }] : [];
}
