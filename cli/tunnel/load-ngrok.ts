import { createRequire } from 'node:module';
import { join } from 'node:path';
import { refused } from '../cli-error.ts';

/** As much of ngrok's official library (`@ngrok/ngrok`) as is used. */
export interface Ngrok {
  /** Rejects with an error whose message ends with a code (`ERR_NGROK_107`) where ngrok itself refused. */
  forward(options: {
    readonly addr: string;
    readonly authtoken: string;
    /** One of the account's own; any of ngrok's unless given. */
    readonly domain?: string;
  }): Promise<NgrokListener>;
}

export interface NgrokListener {
  url(): string | null;
  close(): Promise<void>;
}

const library = '@ngrok/ngrok';

/**
 * The library as the project has it, or else as it lies beside `hp`. It holds 10 MB of machine code, so whoever wants a
 * tunnel installs it.
 * @throws {CliError} `no_tunnel_library`, `broken_tunnel_library`
 */
export function loadNgrok(directory: string): Ngrok {
  for (const from of [join(directory, 'package.json'), import.meta.url]) {
    const require = createRequire(from);
    let file: string;
    try {
      file = require.resolve(library);
    } catch {
      // Not installed there.
      continue;
    }
    try {
      // Its own types say so; it is not installed where this is compiled.
      return require(file) as Ngrok;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw refused('broken_tunnel_library', `${library} is installed, and can't be loaded: ${reason}`, {
        fix: `Install it anew on this machine: \`npm install --save-dev ${library}\`.`,
        cause: error,
      });
    }
  }
  throw refused('no_tunnel_library', `A tunnel needs ngrok's library, and it is not installed.`, {
    fix: `Install it in the project: \`npm install --save-dev ${library}\`.`,
  });
}
