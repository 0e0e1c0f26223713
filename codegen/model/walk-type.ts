import type { SdkType } from './sdk-model.ts';

/** What a type is made of: itself, or what its lists, maps and unions are of. */
function partsOf(type: SdkType): SdkType[] {
  switch (type.kind) {
    case 'list':
    case 'map':
      return partsOf(type.of);
    case 'union':
      return type.of.flatMap(partsOf);
    default:
      return [type];
  }
}

/** Names of the shapes that a type mentions itself, not those inside of them. */
export function shapesIn(type: SdkType): string[] {
  return partsOf(type).flatMap((part) => (part.kind === 'shape' ? [part.name] : []));
}

/** Formats of the times that a type mentions itself. */
export function timesIn(type: SdkType): ('date-time' | 'date')[] {
  return partsOf(type).flatMap((part) => (part.kind === 'string' && part.format ? [part.format] : []));
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
