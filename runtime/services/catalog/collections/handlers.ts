import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import type { CatalogOperations } from '../../../contract/catalog/index.ts';
import { catalogProblems } from '../../../contract/catalog/problems.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { attributesOf } from '../../../contract/schema/attributes.ts';
import { listPage } from '../../../lists/index.ts';
import { completeTranslations } from '../complete-translations.ts';
import { Faults } from '../products/faults.ts';
import { localeChain, localized, selectionOf } from '../selection.ts';
import { orTaken, slugFor } from '../slug-of-document.ts';
import { type ProductCollection, productCollections } from './collections.ts';
import { fieldFault } from './evaluate-rules.ts';
import { findCollection } from './find-collection.ts';
import { addMembers, removeMembers } from './members.ts';

type CollectionOperation = Extract<keyof CatalogOperations, `catalog.collections.${string}`>;

const texts = ['name', 'slug', 'description'] as const;

function noCollection(what: string) {
  return problem(problems.notFound, { detail: `There is no collection ${what}.` });
}

async function requireCollection(context: Context, id: string): Promise<ProductCollection> {
  const collection = await context.store.get(productCollections, id, { lock: true });
  if (!collection) throw noCollection(id);
  return collection;
}

async function requireManual(context: Context, id: string): Promise<ProductCollection> {
  const collection = await requireCollection(context, id);
  if (collection.kind === 'manual') return collection;
  throw problem(catalogProblems.collectionIsRuleBased, {
    detail: `Products of "${collection.name}" come from its rules.`,
  });
}

function inLocale(context: Context, collection: ProductCollection, locale: string | null): ProductCollection {
  return locale === null ? collection : localized(collection, texts, localeChain(context.config, locale));
}

function checkRules(context: Context, { kind, rules }: Pick<ProductCollection, 'kind' | 'rules'>): void {
  const faults = new Faults();
  const attributes = Object.keys(attributesOf(context.config, 'product'));
  rules.forEach(({ field }, index) => {
    const fault = fieldFault(field, context.config.currencies, attributes);
    if (fault) faults.add(`/rules/${index}/field`, fault);
  });
  if (kind === 'rules' && rules.length === 0) faults.add('/rules', 'a collection by rules has at least one.');
  if (kind === 'manual' && rules.length > 0)
    faults.add('/rules', 'a manual collection has none; its kind must be "rules".');
  faults.refuse();
}

export const collectionHandlers: Pick<HandlersOf<CatalogOperations>, CollectionOperation> = {
  async 'catalog.collections.list'(context, input) {
    const { locale } = selectionOf(context, { locale: input.locale });
    const range = { index: 'byName', where: { all: 1 } };
    const page = await listPage(context, 'catalog.collections.list', productCollections, range, input);
    return { ...page, data: page.data.map((collection) => inLocale(context, collection, locale)) };
  },

  async 'catalog.collections.get'(context, { collection: idOrSlug, locale: asked }) {
    const { locale } = selectionOf(context, { locale: asked });
    const collection = await findCollection(context, idOrSlug);
    if (!collection) throw noCollection(idOrSlug);
    return inLocale(context, collection, locale);
  },

  async 'catalog.collections.create'(context, { id, name, rules = [], match = 'all', ...input }) {
    const kind = input.kind ?? (rules.length > 0 ? 'rules' : 'manual');
    checkRules(context, { kind, rules });
    const collection = await orTaken(
      context.store.insert(productCollections, {
        ...{ id: id ?? context.ids.next('coll'), name, kind, match, rules },
        slug: await slugFor(context, productCollections, name, input.slug, undefined),
        description: input.description ?? '',
        translations: completeTranslations(input.translations, [], context.config),
      }),
      'collection',
    );
    await context.emit('collection.created', collection.id, collection);
    return collection;
  },

  async 'catalog.collections.update'(context, { collectionId, ...changes }) {
    const current = await requireCollection(context, collectionId);
    const kind = changes.kind ?? current.kind;
    const next = {
      name: changes.name ?? current.name,
      slug: changes.slug ?? current.slug,
      description: changes.description ?? current.description,
      kind,
      match: changes.match ?? current.match,
      rules: changes.rules ?? (kind === current.kind ? current.rules : []),
      translations: completeTranslations(changes.translations, current.translations, context.config),
    };
    checkRules(context, next);
    const { expectedVersion } = context;
    const collection = await orTaken(
      context.store.update(productCollections, collectionId, (stored) => ({ ...stored, ...next }), {
        expectedVersion,
      }),
      'collection',
    );
    await context.emit('collection.updated', collectionId, collection);
    return collection;
  },

  async 'catalog.collections.delete'(context, { collectionId }) {
    const { slug } = await requireCollection(context, collectionId);
    await context.store.delete(productCollections, collectionId, {
      expectedVersion: context.expectedVersion,
    });
    await context.emit('collection.deleted', collectionId, { id: collectionId, slug });
    return null;
  },

  async 'catalog.collections.addProducts'(context, { collectionId, productIds, position }) {
    const collection = await requireManual(context, collectionId);
    await addMembers(context, collectionId, productIds, position);
    return collection;
  },

  async 'catalog.collections.removeProducts'(context, { collectionId, productIds }) {
    const collection = await requireManual(context, collectionId);
    await removeMembers(context, collectionId, productIds);
    return collection;
  },
};
