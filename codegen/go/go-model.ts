import { type SdkField, type SdkModel, type SdkShape, shapesIn } from '../model/index.ts';
import { packageName } from './go-names.ts';
import { enumIn, type GoEnum, nameEnums } from './name-enums.ts';

/** The model with what is Go's own: the package of each type. Packages can not import each other in a circle. */
export interface GoModel {
  readonly sdk: SdkModel;
  readonly module: string;
  readonly enums: readonly GoEnum[];
  /** Package that declares the type: `shared` for what several services mention. */
  packageOf(type: SdkShape | GoEnum): string;
  /** Package that the type is called by: its service's, which has a second name for what is shared. */
  homeOf(type: SdkShape | GoEnum): string;
  shapeNamed(name: string): SdkShape | undefined;
  enumOf(shape: SdkShape, field: SdkField): GoEnum | undefined;
}

export const sharedPackage = 'shared';

export function goModel(sdk: SdkModel, module: string): GoModel {
  const shapes = new Map(sdk.shapes.map((shape) => [shape.name, shape]));
  const shared = sharedShapes(sdk, shapes);
  const enums = nameEnums(sdk.shapes);
  const enumByPlace = new Map(
    enums.flatMap((each) =>
      each.shapes.map(
        (shape) =>
          [
            placeKey(
              shape,
              each.field,
              each.constants.map(({ value }) => value),
            ),
            each,
          ] as const,
      ),
    ),
  );
  const serviceOf = ({ home }: SdkShape | GoEnum) => (home ? packageName(home[0] ?? '') : sharedPackage);
  const isShared = (type: SdkShape | GoEnum) =>
    'fields' in type ? shared.has(type.name) : type.shapes.some((name) => shared.has(name));
  return {
    sdk,
    module,
    enums,
    packageOf: (type) => (isShared(type) ? sharedPackage : serviceOf(type)),
    homeOf: serviceOf,
    shapeNamed: (name) => shapes.get(name),
    enumOf: (shape, field) => findEnum(enumByPlace, shape, field),
  };
}

function placeKey(shape: string, field: string, values: readonly (string | number)[]): string {
  return JSON.stringify([shape, field, values]);
}

function findEnum(enums: ReadonlyMap<string, GoEnum>, shape: SdkShape, field: SdkField): GoEnum | undefined {
  const values = enumIn(field.type);
  return values && enums.get(placeKey(shape.name, field.name, values));
}

/** What is mentioned from another service, with all that it mentions, and what belongs to none. */
function sharedShapes(sdk: SdkModel, shapes: ReadonlyMap<string, SdkShape>): Set<string> {
  const shared = new Set<string>();
  const share = (name: string): void => {
    if (shared.has(name)) return;
    shared.add(name);
    for (const field of shapes.get(name)?.fields ?? []) shapesIn(field.type).forEach(share);
  };
  const mention = (service: string | undefined, name: string): void => {
    if (shapes.get(name)?.home?.[0] !== service) share(name);
  };
  for (const shape of sdk.shapes) {
    if (!shape.home) share(shape.name);
    for (const name of shape.fields.flatMap((field) => shapesIn(field.type))) mention(shape.home?.[0], name);
  }
  for (const { path, operations } of sdk.resources) {
    for (const { input, output } of operations) {
      for (const name of [...(input ? [input.shape] : []), ...(output ? shapesIn(output) : [])])
        mention(path[0], name);
    }
  }
  return shared;
}
