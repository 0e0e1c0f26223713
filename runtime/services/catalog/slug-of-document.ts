import type { Context } from '../../context/context.ts';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { UniqueViolation } from '../../store/errors.ts';
import type { Collection, StoredDocument } from '../../store/port.ts';
import { defaultLocaleKey } from './products/collections.ts';
import { freeSlug, slugOf } from './products/slug.ts';

/** The slug given, else that of the document, else a free one made from its name. */
export async function slugFor<Doc extends StoredDocument>(
  context: Context,
  from: Collection<Doc>,
  name: string,
  given: string | undefined,
  current: string | undefined,
): Promise<string> {
  if (given !== undefined) return given;
  if (current !== undefined) return current;
  return freeSlug(slugOf(name), async (slug) =>
    Boolean(await context.store.find(from, 'bySlug', { locale: defaultLocaleKey, slug })),
  );
}

/** Says that a slug or id is taken, with its place in the input. */
export async function orTaken<Result>(writing: Promise<Result>, noun: string): Promise<Result> {
  return writing.catch((error: unknown) => {
    if (!(error instanceof UniqueViolation)) throw error;
    const value = String(error.key.at(-1));
    const what = error.index === 'id' ? 'id' : 'slug';
    throw problem(problems.alreadyExists, {
      detail: `The ${what} "${value}" is taken by ${noun} ${error.holder}.`,
      errors: [{ pointer: `/${what}`, message: `"${value}" is taken.` }],
      details: { id: error.holder },
    });
  });
}
