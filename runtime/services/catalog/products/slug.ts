import slugify from '@sindresorhus/slugify';

/** A slug from a title: "Crème brûlée (2 Stück)" gives "creme-brulee-2-stueck". */
export function slugOf(title: string): string {
  return slugify(title).slice(0, 200).replace(/-+$/, '') || 'product';
}

/** The slug, or the first of slug-2, slug-3, … that is free. */
export async function freeSlug(wanted: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  if (!(await isTaken(wanted))) return wanted;
  for (let suffix = 2; ; suffix += 1) {
    const candidate = `${wanted}-${suffix}`;
    if (!(await isTaken(candidate))) return candidate;
  }
}

/** Text to sort by: case and accents don't count. */
export function foldedTitle(title: string): string {
  return title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().slice(0, 120);
}
