import Type from 'typebox';
import { problems } from '../../runtime/contract/problems.ts';
import { after, nullable, object, pageOf, pageSize } from '../../runtime/contract/schema/primitives.ts';
import { contractOf } from './given-contract.ts';

/** The five usual operations. The shape is called Page: the SDK's own names stay out of its way. */
const Page = object(
  'Page',
  {
    id: Type.String(),
    version: Type.Integer(),
    title: Type.String({ description: 'As shown.' }),
    subtitle: nullable(Type.String()),
    state: Type.Enum(['draft', 'live']),
    publishedAt: nullable(Type.String({ format: 'date-time' })),
  },
  { description: 'A page of the site.' },
);
const changeable = {
  subtitle: Type.Optional(nullable(Type.String())),
  state: Type.Optional(Type.Enum(['draft', 'live'], { default: 'draft' })),
};

export default contractOf({
  'content.pages.list': {
    summary: 'List pages',
    description: 'Newest first.',
    http: 'GET /v1/pages',
    scopes: ['catalog:read'],
    input: Type.Object({ state: Type.Optional(Type.Enum(['draft', 'live'])), pageSize, after }),
    output: pageOf(Page),
    errors: [problems.invalidCursor],
    effect: 'read',
    example: { state: 'live', pageSize: 10 },
  },
  'content.pages.get': {
    summary: 'Get a page',
    http: 'GET /v1/pages/{pageId}',
    scopes: ['catalog:read'],
    input: Type.Object({ pageId: Type.String() }),
    output: Page,
    errors: [problems.notFound],
    effect: 'read',
  },
  'content.pages.create': {
    summary: 'Create a page',
    http: 'POST /v1/pages',
    scopes: ['catalog:write'],
    input: Type.Object({ title: Type.String(), ...changeable }),
    output: Page,
    status: 201,
    errors: [problems.invalidInput],
    effect: 'write',
    example: { title: 'About us' },
  },
  'content.pages.update': {
    summary: 'Change a page',
    http: 'PATCH /v1/pages/{pageId}',
    scopes: ['catalog:write'],
    input: Type.Object({ pageId: Type.String(), title: Type.Optional(Type.String()), ...changeable }),
    output: Page,
    errors: [problems.notFound, problems.versionConflict],
    effect: 'write',
  },
  'content.pages.delete': {
    summary: 'Delete a page',
    http: 'DELETE /v1/pages/{pageId}',
    scopes: ['catalog:write'],
    input: Type.Object({ pageId: Type.String() }),
    output: Type.Null(),
    status: 204,
    errors: [problems.notFound, problems.versionConflict],
    effect: 'write',
  },
});
