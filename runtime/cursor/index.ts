export { decodeCursor, encodeCursor, listScope } from './cursor.ts';
