import { GenerationError, type SdkModel, type SdkResource } from '../model/index.ts';

/** Names that generated files use for something else. */
const reservedNames: ReadonlySet<string> = new Set([
  ...[
    'ApiCall',
    'ApiList',
    'ApiPage',
    'ApiClient',
    'ApiAnswer',
    'ApiError',
    'HeadlessProError',
    'FieldError',
  ],
  ...['BadRequestError', 'UnauthenticatedError', 'ForbiddenError', 'NotFoundError', 'ConflictError'],
  ...['InvalidError', 'RateLimitError', 'ServerError', 'ConnectionError', 'TimeoutError', 'CancelledError'],
  ...['CalendarDate', 'Timestamp'],
  ...['ErrorCode', 'ErrorDetails', 'ClientOptions', 'RequestOptions', 'WriteOptions', 'VersionedOptions'],
  ...[
    'CustomRequest',
    'Store',
    'StoreOptions',
    'Storefront',
    'StorefrontOptions',
    'StoreEvent',
    'UnknownEvent',
  ],
  ...['Hooks', 'Upload', 'Promise', 'Record', 'WebhookVerificationError'],
]);

/**
 * The class of a resource is named after it: `Products`. Where the name is its own shape's (`media` is a plural
 * and a singular), it is `MediaResource`.
 */
export function className(resource: SdkResource, model: SdkModel): string {
  return model.shapes.some((shape) => shape.name === resource.name)
    ? `${resource.name}Resource`
    : resource.name;
}

/** Everything that TypeScript sees under a name must have it alone. */
export function checkNames(model: SdkModel): void {
  const shapes = new Set(model.shapes.map((shape) => shape.name));
  for (const name of shapes) {
    if (reservedNames.has(name)) {
      throw new GenerationError(
        `The contract's type ${name} has the name of a part of the TypeScript SDK itself. Give it another title.`,
      );
    }
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) {
      throw new GenerationError(`The title "${name}" can not be a type's name: write it in PascalCase.`);
    }
  }
  for (const resource of model.resources) {
    const name = className(resource, model);
    if (shapes.has(name)) {
      throw new GenerationError(
        `The contract's type ${name} and the class of ${resource.path.join('.')} would both be ${name}. ` +
          'Give the type another title.',
      );
    }
  }
  for (const event of model.events) {
    if (shapes.has(`${event.name}Event`)) {
      throw new GenerationError(
        `The contract's type ${event.name}Event and the event ${event.type} would both be ${event.name}Event. ` +
          'Give the type another title.',
      );
    }
  }
}
