export { buildModel } from './build-model.ts';
export { errorFamily } from './error-family.ts';
export { GenerationError } from './generation-error.ts';
export { emptyNodes, type MethodNode, methodTree } from './method-tree.ts';
export { byName, pascalCase } from './names.ts';
export type {
  Access,
  SdkError,
  SdkEvent,
  SdkField,
  SdkModel,
  SdkOperation,
  SdkResource,
  SdkShape,
  SdkType,
} from './sdk-model.ts';
export { shapesIn, timesIn } from './walk-type.ts';
