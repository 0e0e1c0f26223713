export { type ImportExtension, printTypeScript } from './print-sdk.ts';
