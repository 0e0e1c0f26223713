import { type SdkField, type SdkModel, type SdkOperation, type SdkShape, shapesIn } from '../model/index.ts';
import { kebabCase } from './file-names.ts';

/**
 * A view of the model. `store` is everything, for a secret key on a server; `storefront` is what a publishable
 * key may call and see: other classes in other files, so that nothing of the rest gets into a visitor's bundle.
 */
export interface Edition {
  readonly name: 'store' | 'storefront';
  /** Operations of each resource that has any, in order. */
  readonly resources: SdkModel['resources'];
  /** Those of the store; visitors get what they can call. */
  readonly namespaces: SdkModel['namespaces'];
  /** Shapes that those operations mention, at any depth. */
  readonly shapes: readonly SdkShape[];
  shapeNamed(name: string): SdkShape | undefined;
  fieldsOf(shape: SdkShape): readonly SdkField[];
  /** Where the shape is declared for this edition, without extension: `catalog/products`. */
  fileOf(shape: SdkShape): string;
  resourceFile(path: readonly string[]): string;
}

export function storeEdition(model: SdkModel): Edition {
  return {
    name: 'store',
    resources: model.resources,
    namespaces: model.namespaces,
    shapes: model.shapes,
    shapeNamed: lookUp(model.shapes),
    fieldsOf: (shape) => shape.fields,
    fileOf: storeFile,
    resourceFile,
  };
}

export function storefrontEdition(model: SdkModel): Edition {
  const isForVisitors = (operation: SdkOperation) => operation.access === 'publishable';
  const resources = model.resources
    .map((resource) => ({ ...resource, operations: resource.operations.filter(isForVisitors) }))
    .filter((resource) => resource.operations.length > 0);
  const fieldsOf = (shape: SdkShape) => shape.fields.filter((field) => field.access === 'publishable');
  const byName = new Map(model.shapes.map((shape) => [shape.name, shape]));
  const reached = new Set<string>();
  const visit = (name: string): void => {
    const shape = byName.get(name);
    if (!shape || reached.has(name)) return;
    reached.add(name);
    for (const field of fieldsOf(shape)) for (const inner of shapesIn(field.type)) visit(inner);
  };
  for (const operation of resources.flatMap((resource) => resource.operations)) {
    if (operation.input) visit(operation.input.shape);
    if (operation.output) for (const name of shapesIn(operation.output)) visit(name);
  }
  const shapes = model.shapes.filter((shape) => reached.has(shape.name));
  return {
    name: 'storefront',
    ...{ resources, namespaces: [], shapes, shapeNamed: lookUp(shapes) },
    fieldsOf,
    fileOf: (shape) => (shape.hidesFromVisitors ? `storefront/${storeFile(shape)}` : storeFile(shape)),
    resourceFile: (path) => `storefront/${resourceFile(path)}`,
  };
}

function lookUp(shapes: readonly SdkShape[]): (name: string) => SdkShape | undefined {
  const named = new Map(shapes.map((shape) => [shape.name, shape]));
  return (name) => named.get(name);
}

function storeFile(shape: SdkShape): string {
  return shape.home ? resourceFile(shape.home) : 'events';
}

function resourceFile(path: readonly string[]): string {
  return path.map(kebabCase).join('/');
}
