import type { SdkField, SdkModel, SdkOperation, SdkResource, SdkShape } from '../model/index.ts';
import { pythonName } from './python-names.ts';

/** A store's methods are printed twice from the same description: to be called, and to be awaited. */
export type Flavour = 'sync' | 'async';

/** The model with what is Python's own: which module a type stands in, and under which names it is sent. */
export interface PythonModel {
  readonly sdk: SdkModel;
  readonly package: string;
  shapeOf(name: string): SdkShape | undefined;
  /** Types that are dictionaries of this shape, or models of it. */
  sentTypes(shape: string): readonly string[];
  /** Module of a type's class, below the package: `resources.catalog.products`. */
  moduleOf(type: string): string | undefined;
  readonly shapesByModule: ReadonlyMap<string, readonly SdkShape[]>;
}

/** Module of a resource: the tree of packages is the tree of methods. */
export function resourceModule(path: readonly string[]): string {
  return ['resources', ...path.map(pythonName)].join('.');
}

/** Name of the dictionary that is sent for a shape; one that is answered too has its own name for its model. */
export function inputTypeName(shape: SdkShape): string {
  return isModel(shape) ? `${shape.name}Dict` : shape.name;
}

/** Everything but what is only sent: answers, events, details of errors. */
export function isModel(shape: SdkShape): boolean {
  return shape.isAnswered || !shape.isSent;
}

/** `store.catalog.products` is a `ProductsResource`. */
export function resourceClass(resource: SdkResource): string {
  return `${resource.name}Resource`;
}

export function pythonModel(sdk: SdkModel, packageName: string): PythonModel {
  const modules = new Map<string, string>();
  const sent = new Map<string, string[]>();
  const shapesByModule = new Map<string, SdkShape[]>();
  const shapes = new Map(sdk.shapes.map((shape) => [shape.name, shape]));
  for (const shape of sdk.shapes) {
    const module = shape.home ? resourceModule(shape.home) : 'event_models';
    shapesByModule.set(module, [...(shapesByModule.get(module) ?? []), shape]);
    if (isModel(shape)) modules.set(shape.name, module);
    if (shape.isSent) modules.set(inputTypeName(shape), module);
    sent.set(shape.name, isModel(shape) ? [inputTypeName(shape), shape.name] : [shape.name]);
  }
  return {
    sdk,
    package: packageName,
    shapeOf: (name) => shapes.get(name),
    sentTypes: (shape) => sent.get(shape) ?? [shape],
    moduleOf: (type) => modules.get(type),
    shapesByModule,
  };
}

/** The input beside the path: what must be given first. */
export function inputFields(operation: SdkOperation, model: PythonModel): readonly SdkField[] {
  const fields = operation.input ? (model.shapeOf(operation.input.shape)?.fields ?? []) : [];
  return [...fields.filter((field) => field.isRequired), ...fields.filter((field) => !field.isRequired)];
}
