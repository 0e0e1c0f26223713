import type { SdkType } from './sdk-model.ts';

/** Names of the shapes that a type mentions itself, not those inside of them. */
export function shapesIn(type: SdkType): string[] {
  switch (type.kind) {
    case 'shape':
      return [type.name];
    case 'list':
    case 'map':
      return shapesIn(type.of);
    case 'union':
      return type.of.flatMap(shapesIn);
    default:
      return [];
  }
}

/** Formats of the times that a type mentions itself. */
export function timesIn(type: SdkType): ('date-time' | 'date')[] {
  switch (type.kind) {
    case 'string':
      return type.format ? [type.format] : [];
    case 'list':
    case 'map':
      return timesIn(type.of);
    case 'union':
      return type.of.flatMap(timesIn);
    default:
      return [];
  }
}

/** What is answered may hold values of a newer platform; what is sent is checked against those known here. */
export function withOpenEnums(type: SdkType): SdkType {
  switch (type.kind) {
    case 'enum':
      return { ...type, isOpen: true };
    case 'list':
    case 'map':
      return { ...type, of: withOpenEnums(type.of) };
    case 'union':
      return { ...type, of: type.of.map(withOpenEnums) };
    default:
      return type;
  }
}
