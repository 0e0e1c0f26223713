import { join } from 'node:path';

/** A store that is copied to make others: a snapshot, or a seed that was filled in once. */
export interface Template {
  /** For people: the name of the snapshot, or of the seed. */
  readonly name: string;
  readonly database: string;
  /** Where its files lie; their keys begin with the main store's id. */
  readonly files: string;
  /** The webhooks made at its simulators. */
  readonly hooks: string;
  /** The text of the keys that its personal data is sealed with. */
  readonly encryptionKeys: string;
  /** The first channel of its configuration. */
  readonly channel: string;
  /** Which tables the file has: whoever has the same needs not look at them. */
  readonly preparedBy: string;
}

/** What lies in the folder of a template. */
export function templatePaths(folder: string): Pick<Template, 'database' | 'files' | 'hooks'> & {
  readonly manifest: string;
} {
  return {
    database: join(folder, 'store.db'),
    files: join(folder, 'files'),
    hooks: join(folder, 'hooks.json'),
    manifest: join(folder, 'template.json'),
  };
}
