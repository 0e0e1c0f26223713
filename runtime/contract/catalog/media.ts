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
} from '../schema/primitives.ts';
import { catalogProblems } from './problems.ts';

const mediaId = identifier('media', 'media file');
const Alt = Type.String({
  maxLength: 512,
  description: 'What the picture shows, for those who do not see it.',
});
const Filename = Type.String({ minLength: 1, maxLength: 255, pattern: '^[^/\\\\]+$' });

export const mediaContentTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/svg+xml',
  'video/mp4',
  'model/gltf-binary',
  'application/pdf',
] as const;

export const Media = object(
  'Media',
  {
    ...resourceFields('media', 'media file'),
    filename: Filename,
    contentType: Type.Enum([...mediaContentTypes]),
    bytes: Type.Integer({ minimum: 0, description: 'Size of the file.' }),
    width: nullable(Type.Integer({ description: 'Pixels; null for what is not a picture.' })),
    height: nullable(Type.Integer({ description: 'Pixels.' })),
    alt: Alt,
    url: Type.String({ description: 'Where the file is served: a path below the API, or an absolute URL.' }),
  },
  { description: 'An uploaded file.' },
);

const MediaPage = pageOf(Media);

export const mediaOperations = defineOperations({
  'catalog.media.list': {
    summary: 'List media files',
    http: 'GET /v1/media',
    graphql: 'query mediaFiles',
    scopes: ['catalog:manage'],
    input: Type.Object({ pageSize, after }),
    output: MediaPage,
    errors: [problems.invalidCursor],
    effect: 'read',
  },
  'catalog.media.get': {
    summary: 'Get a media file',
    http: 'GET /v1/media/{mediaId}',
    graphql: 'query mediaFile',
    scopes: ['catalog:manage'],
    input: Type.Object({ mediaId }),
    output: Media,
    errors: [problems.notFound],
    effect: 'read',
  },
  'catalog.media.upload': {
    summary: 'Upload a media file',
    description: 'The body is the file itself; its content type is checked against what the bytes are.',
    http: 'POST /v1/media',
    scopes: ['catalog:write'],
    input: Type.Object({
      id: Type.Optional(mediaId),
      filename: Filename,
      alt: Type.Optional(Alt),
    }),
    output: Media,
    status: 201,
    errors: [problems.unsupportedMediaType, problems.requestTooLarge],
    effect: 'write',
    upload: { contentTypes: mediaContentTypes, maxBytes: 20 * 1024 * 1024 },
  },
  'catalog.media.update': {
    summary: "Change a media file's text",
    http: 'PATCH /v1/media/{mediaId}',
    graphql: 'mutation updateMediaFile',
    scopes: ['catalog:write'],
    input: Type.Object({ mediaId, alt: Type.Optional(Alt) }),
    output: Media,
    errors: [problems.notFound, problems.versionConflict],
    effect: 'write',
  },
  'catalog.media.delete': {
    summary: 'Delete a media file',
    http: 'DELETE /v1/media/{mediaId}',
    graphql: 'mutation deleteMediaFile',
    scopes: ['catalog:write'],
    input: Type.Object({ mediaId }),
    output: Type.Null(),
    status: 204,
    errors: [problems.notFound, catalogProblems.mediaInUse, problems.versionConflict],
    effect: 'write',
  },
});

export const mediaResource = resource({ name: 'Media', schema: Media, relations: {} });

export const mediaEvents = [
  defineEvent({ type: 'media.created', summary: 'A file was uploaded.', data: Media }),
  defineEvent({ type: 'media.updated', summary: 'The text of a file was changed.', data: Media }),
  defineEvent({
    type: 'media.deleted',
    summary: 'A file was deleted.',
    data: object('MediaDeleted', { id: mediaId, filename: Filename }),
  }),
];
