export { explainErrors, nearest, unknownName } from './explain-errors.ts';
export { pointerNames, pointerSegment } from './json-pointer.ts';
