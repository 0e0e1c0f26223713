import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import type { CatalogOperations } from '../../../contract/catalog/index.ts';
import { catalogProblems } from '../../../contract/catalog/problems.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { type Listed, listPages, type PageInput } from '../../../lists/index.ts';
import { completeTranslations } from '../complete-translations.ts';
import { localeChain, localized, selectionOf } from '../selection.ts';
import { orTaken, slugFor } from '../slug-of-document.ts';
import { type Category, categories, rootKey } from './collections.ts';
import { findCategory } from './find-category.ts';
import { arrange, lockTree, moveCategory, pathBelow } from './move-category.ts';

type CategoryOperation = Extract<keyof CatalogOperations, `catalog.categories.${string}`>;

const texts = ['name', 'slug', 'description'] as const;

function noCategory(what: string) {
  return problem(problems.notFound, { detail: `There is no category ${what}.` });
}

async function requireCategory(context: Context, id: string): Promise<Category> {
  const category = await context.store.get(categories, id, { lock: true });
  if (!category) throw noCategory(id);
  return category;
}

function inLocale(context: Context, category: Category, locale: string | null): Category {
  return locale === null ? category : localized(category, texts, localeChain(context.config, locale));
}

type ListInput = PageInput & { readonly parentId?: string | undefined; readonly locale?: string | undefined };

function rangeOf({ parentId }: ListInput) {
  return parentId === undefined
    ? { index: 'byDepth', where: { all: 1 } }
    : { index: 'byParent', where: { parent: parentId === rootKey ? rootKey : parentId } };
}

/** Pages of categories in one read, each in the locale asked for. */
export async function listCategories(
  context: Context,
  inputs: readonly ListInput[],
): Promise<Listed<Category>[]> {
  const locales = inputs.map((input) => selectionOf(context, { locale: input.locale }).locale);
  const lists = inputs.map((input) => ({ range: rangeOf(input), input }));
  const pages = await listPages(context, 'catalog.categories.list', categories, lists);
  return pages.map((page, index) => ({
    ...page,
    data: page.data.map((category) => inLocale(context, category, locales[index] ?? null)),
  }));
}

export const categoryHandlers: Pick<HandlersOf<CatalogOperations>, CategoryOperation> = {
  async 'catalog.categories.list'(context, input) {
    const [page] = await listCategories(context, [input]);
    return page ?? { data: [], page: { next: null }, cursors: [] };
  },

  async 'catalog.categories.get'(context, { category: idOrSlug, locale: asked }) {
    const { locale } = selectionOf(context, { locale: asked });
    const category = await findCategory(context, idOrSlug);
    if (!category) throw noCategory(idOrSlug);
    return inLocale(context, category, locale);
  },

  async 'catalog.categories.create'(context, { id, name, parentId = null, position, ...input }) {
    await lockTree(context);
    const created = await orTaken(
      context.store.insert(categories, {
        ...{ id: id ?? context.ids.next('cat'), name, parentId },
        slug: await slugFor(context, categories, name, input.slug, undefined),
        description: input.description ?? '',
        path: await pathBelow(context, parentId),
        // After all others; `arrange` puts it in its place.
        position: Number.MAX_SAFE_INTEGER,
        translations: completeTranslations(input.translations, [], context.config),
      }),
      'category',
    );
    const category = await arrange(context, created, position);
    await context.emit('category.created', category.id, category);
    return category;
  },

  async 'catalog.categories.update'(context, { categoryId, name, slug, description, translations }) {
    const current = await requireCategory(context, categoryId);
    const changes = {
      name: name ?? current.name,
      slug: slug ?? current.slug,
      description: description ?? current.description,
      translations: completeTranslations(translations, current.translations, context.config),
    };
    const { expectedVersion } = context;
    const category = await orTaken(
      context.store.update(categories, categoryId, (stored) => ({ ...stored, ...changes }), {
        expectedVersion,
      }),
      'category',
    );
    await context.emit('category.updated', categoryId, category);
    return category;
  },

  async 'catalog.categories.move'(context, { categoryId, parentId, position }) {
    await lockTree(context);
    return moveCategory(context, await requireCategory(context, categoryId), parentId, position);
  },

  async 'catalog.categories.delete'(context, { categoryId }) {
    await lockTree(context);
    const category = await requireCategory(context, categoryId);
    const children = await context.store.count(
      categories,
      { index: 'byParent', where: { parent: categoryId } },
      1,
    );
    if (children > 0) {
      throw problem(catalogProblems.categoryNotEmpty, {
        detail: `The category "${category.name}" has sub-categories.`,
      });
    }
    await context.store.delete(categories, categoryId, { expectedVersion: context.expectedVersion });
    await context.emit('category.deleted', categoryId, { id: categoryId, slug: category.slug });
    return null;
  },
};
