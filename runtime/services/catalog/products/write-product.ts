import type { Context } from '../../../context/context.ts';
import { catalogProblems } from '../../../contract/catalog/problems.ts';
import { type FieldError, Problem, problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { NewDocument } from '../../../store/port.ts';
import { type TakenFault, takenFaults } from './check-taken.ts';
import { defaultLocaleKey, products } from './collections.ts';
import { completeProduct } from './complete-product.ts';
import { Faults } from './faults.ts';
import type { Product, ProductChanges } from './product.ts';
import { resolveReferences } from './resolve-references.ts';
import { saveProduct } from './save-product.ts';
import { freeSlug, slugOf } from './slug.ts';

async function slugFor(
  context: Context,
  changes: ProductChanges,
  current: Product | undefined,
): Promise<string> {
  if (changes.slug !== undefined) return changes.slug;
  if (current) return current.slug;
  return freeSlug(slugOf(changes.title ?? ''), async (slug) =>
    Boolean(await context.store.find(products, 'bySlug', { locale: defaultLocaleKey, slug })),
  );
}

/** Everything that versions and times are not: whether a change changed anything. */
export function isSameContent(left: object, right: object): boolean {
  const content = (product: object) => {
    const { version: _version, createdAt: _createdAt, updatedAt: _updatedAt, ...rest } = product as Product;
    return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return content(left) === content(right);
}

export interface Written {
  readonly product: Product;
  readonly outcome: 'created' | 'updated' | 'unchanged';
}

/** A slug made here may be taken by a product of another transaction meanwhile: then the next one is free. */
async function saveOrRename(
  context: Context,
  next: NewDocument<Product>,
  changes: ProductChanges,
  current: Product | undefined,
): Promise<Product> {
  try {
    return await saveProduct(context, next, current);
  } catch (error) {
    const isSlugMadeHere = changes.slug === undefined && !current;
    const isTaken = error instanceof Problem && error.occurrence.errors?.[0]?.pointer === '/slug';
    if (!isSlugMadeHere || !isTaken) throw error;
    const slug = await slugFor(context, changes, current);
    return saveOrRename(context, { ...next, slug }, changes, current);
  }
}

/** Names every fault under the gravest code: what is wrong by itself, what does not exist, what is taken. */
function refuse(
  invalid: readonly FieldError[],
  unknown: readonly FieldError[],
  taken: readonly TakenFault[],
): void {
  const errors = [...invalid, ...unknown, ...taken].map(({ pointer, message }) => ({ pointer, message }));
  const [first] = errors;
  if (!first) return;
  const occurrence = { detail: `${first.pointer} ${first.message}`, errors };
  if (invalid.length > 0) throw problem(problems.invalidInput, occurrence);
  if (unknown.length > 0) throw problem(catalogProblems.unknownReference, occurrence);
  throw problem(problems.alreadyExists, { ...occurrence, details: { id: taken[0]?.holder ?? '' } });
}

/**
 * Creates a product, or changes one. A change that changes nothing writes nothing.
 * @throws {Problem} naming every fault at once.
 */
export async function writeProduct(
  context: Context,
  id: string,
  changes: ProductChanges,
  current: Product | undefined,
): Promise<Written> {
  const faults = new Faults();
  const slug = await slugFor(context, changes, current);
  const completed = completeProduct(id, changes, slug, current, {
    config: context.config,
    ids: context.ids,
    faults,
  });
  const { product: next, unknown } = await resolveReferences(context, completed, changes);
  refuse(faults.all, unknown, await takenFaults(context, next, changes, current));
  if (current && isSameContent(current, next) && context.expectedVersion === undefined) {
    return { product: current, outcome: 'unchanged' };
  }
  const product = await saveOrRename(context, next, changes, current);
  return { product, outcome: current ? 'updated' : 'created' };
}
