interface Shown {
  readonly name: string;
  readonly createdAt: string;
  readonly counts: { readonly products: number; readonly orders: number; readonly customers: number };
}

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `24 products, 3 orders, 1 customer` */
export function contentsOf({ counts: { products, orders, customers } }: Shown): string {
  return [many(products, 'product'), many(orders, 'order'), many(customers, 'customer')].join(', ');
}
