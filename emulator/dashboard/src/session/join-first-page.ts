interface Rows<Item> {
  readonly rows: readonly Item[];
  /** Undefined before the first page, null behind the last. */
  readonly next: string | null | undefined;
}

/** The first page, asked for again, before the rows that were shown: where the two don't meet, the first page alone. */
export function joinFirstPage<Item extends { readonly id?: unknown }>(
  shown: Rows<Item>,
  first: Rows<Item>,
): Rows<Item> {
  const oldest = first.rows.at(-1)?.id;
  const place = oldest === undefined ? -1 : shown.rows.findIndex(({ id }) => id === oldest);
  if (place < 0) return first;
  return { rows: [...first.rows, ...shown.rows.slice(place + 1)], next: shown.next };
}
