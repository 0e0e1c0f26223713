import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** A webhook that was made at a simulator. */
export interface KnownHook {
  readonly id: string;
  /** What its notices are signed with, where the provider tells. */
  readonly secret: string;
}

export interface KnownHooks {
  read(): KnownHook | undefined;
  write(hook: KnownHook): void;
}

function readAll(file: string): Record<string, KnownHook> {
  // Written below, by this same program.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, KnownHook>) : {};
}

/** The webhook of one store at one simulator, over starts: a simulator tells its secret only once. */
export function openKnownHooks(file: string, name: string): KnownHooks {
  return {
    read: () => readAll(file)[name],
    write(hook) {
      const all = { ...readAll(file), [name]: hook };
      writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    },
  };
}
