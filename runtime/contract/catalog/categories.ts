import Type from 'typebox';
import { defineEvent } from '../event.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import {
  after,
  identifier,
  nullable,
  object,
  pageOf,
  pageSize,
  resourceFields,
  Slug,
} from '../schema/primitives.ts';
import { selection } from '../schema/selection.ts';
import { catalogProblems } from './problems.ts';

const categoryId = identifier('cat', 'category');
const Name = Type.String({ minLength: 1, maxLength: 255 });
const Description = Type.String({ maxLength: 65_536 });
const Position = Type.Integer({ description: 'Order among its siblings, from 0.' });

const Translation = object('CategoryTranslation', {
  locale: Type.String(),
  name: nullable(Name),
  slug: nullable(Slug),
  description: nullable(Description),
});
const TranslationInput = object('CategoryTranslationInput', {
  locale: Type.String(),
  name: Type.Optional(nullable(Name)),
  slug: Type.Optional(nullable(Slug)),
  description: Type.Optional(nullable(Description)),
});

export const Category = object(
  'Category',
  {
    ...resourceFields('cat', 'category'),
    name: Name,
    slug: Slug,
    description: Description,
    parentId: nullable(categoryId),
    path: Type.Array(categoryId, { description: 'Ids from the root down to its parent.' }),
    position: Position,
    translations: Type.Array(Translation),
  },
  { description: 'A place in the category tree.' },
);

const CategoryPage = pageOf(Category);

const changeable = {
  slug: Type.Optional(Slug),
  description: Type.Optional(Description),
  translations: Type.Optional(Type.Array(TranslationInput, { maxItems: 100 })),
};

export const categoryOperations = defineOperations({
  'catalog.categories.list': {
    summary: 'List categories',
    description:
      'With `parentId`, the children of one; with `parentId=root`, the top level; else all, tree order.',
    http: 'GET /v1/categories',
    graphql: 'query categories',
    scopes: ['catalog:read'],
    input: Type.Object({
      parentId: Type.Optional(Type.String({ description: 'Id of a category, or `root`.' })),
      locale: selection.locale,
      pageSize,
      after,
    }),
    output: CategoryPage,
    errors: [problems.invalidCursor, catalogProblems.unknownSetting],
    effect: 'read',
    cacheTags: ['category'],
  },
  'catalog.categories.get': {
    summary: 'Get a category by id or slug',
    http: 'GET /v1/categories/{category}',
    graphql: 'query category',
    scopes: ['catalog:read'],
    input: Type.Object({ category: Type.String({ description: 'Id or slug.' }), locale: selection.locale }),
    output: Category,
    errors: [problems.notFound, catalogProblems.unknownSetting],
    effect: 'read',
    cacheTags: ['category'],
  },
  'catalog.categories.create': {
    summary: 'Create a category',
    http: 'POST /v1/categories',
    graphql: 'mutation createCategory',
    scopes: ['catalog:write'],
    input: Type.Object({
      id: Type.Optional(categoryId),
      name: Name,
      parentId: Type.Optional(nullable(categoryId)),
      position: Type.Optional(Position),
      ...changeable,
    }),
    output: Category,
    status: 201,
    errors: [problems.invalidInput, problems.alreadyExists, catalogProblems.unknownReference],
    effect: 'write',
    example: { name: 'Shirts' },
  },
  'catalog.categories.update': {
    summary: 'Change a category',
    http: 'PATCH /v1/categories/{categoryId}',
    graphql: 'mutation updateCategory',
    scopes: ['catalog:write'],
    input: Type.Object({ categoryId, name: Type.Optional(Name), ...changeable }),
    output: Category,
    errors: [problems.notFound, problems.alreadyExists, problems.versionConflict],
    effect: 'write',
  },
  'catalog.categories.move': {
    summary: 'Move a category, with everything below it',
    description:
      'The answer is immediate; the products of the branch appear below the new ancestors as the change is worked off.',
    http: 'POST /v1/categories/{categoryId}/move',
    graphql: 'mutation moveCategory',
    scopes: ['catalog:write'],
    input: Type.Object({
      categoryId,
      parentId: nullable(categoryId),
      position: Type.Optional(Position),
    }),
    output: Category,
    errors: [problems.notFound, catalogProblems.categoryCycle, catalogProblems.unknownReference],
    effect: 'write',
  },
  'catalog.categories.delete': {
    summary: 'Delete a category',
    description: 'Its products stay, without it.',
    http: 'DELETE /v1/categories/{categoryId}',
    graphql: 'mutation deleteCategory',
    scopes: ['catalog:write'],
    input: Type.Object({ categoryId }),
    output: Type.Null(),
    status: 204,
    errors: [problems.notFound, catalogProblems.categoryNotEmpty, problems.versionConflict],
    effect: 'write',
  },
});

export const categoryResource = resource({
  name: 'Category',
  schema: Category,
  relations: {
    parent: { kind: 'one', resource: 'Category', field: 'parentId', description: 'The category above.' },
    ancestors: { kind: 'many', resource: 'Category', field: 'path', description: 'From the root down.' },
    children: {
      kind: 'connection',
      resource: 'Category',
      operation: 'catalog.categories.list',
      parameter: 'parentId',
      description: 'The categories right below.',
    },
    products: {
      kind: 'connection',
      resource: 'Product',
      operation: 'catalog.products.list',
      parameter: 'category',
      description: 'Its products, those of its sub-categories included.',
    },
  },
});

export const categoryEvents = [
  defineEvent({ type: 'category.created', summary: 'A category was created.', data: Category }),
  defineEvent({ type: 'category.updated', summary: 'A category was changed.', data: Category }),
  defineEvent({
    type: 'category.moved',
    summary: 'A category has another parent.',
    data: object('CategoryMoved', {
      id: categoryId,
      parentIdBefore: nullable(categoryId),
      parentIdNow: nullable(categoryId),
    }),
  }),
  defineEvent({
    type: 'category.deleted',
    summary: 'A category was deleted.',
    data: object('CategoryDeleted', { id: categoryId, slug: Type.String() }),
  }),
];
