/** What a list is of. */
export type Place =
  | { readonly kind: 'all' }
  | { readonly kind: 'category'; readonly slug: string }
  | { readonly kind: 'collection'; readonly slug: string };

export const sorts = ['newest', 'price', '-price', 'title', '-title'] as const;
export type Sort = (typeof sorts)[number];

/**
 * The part of a list that its URL tells. Lists are paged by cursors, which know the next page but not the one
 * before: the URL holds the cursors of the pages that led here, so that going back, reloading and sharing work.
 */
export interface ListingState {
  /** Undefined is the order that the store gives. */
  readonly sort: Sort | undefined;
  readonly trail: readonly string[];
}

export function readListing(parameters: URLSearchParams): ListingState {
  const sort = sorts.find((each) => each === parameters.get('sort'));
  return { sort, trail: parameters.getAll('after') };
}

/** The same as a query: `?sort=price&after=…`, or nothing where all is as it comes. */
export function listingQuery({ sort, trail }: ListingState): string {
  const parameters = new URLSearchParams();
  if (sort) parameters.set('sort', sort);
  for (const cursor of trail) parameters.append('after', cursor);
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}
