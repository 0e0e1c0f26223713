import { join } from 'node:path';

/** Of the package: `bin/` and `dist/` are found from here. */
export const root = join(import.meta.dirname, '..');
