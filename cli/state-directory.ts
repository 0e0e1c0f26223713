import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this user's state across projects lies: which stores run, reports of faults. */
export function stateDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.XDG_STATE_HOME) return join(environment.XDG_STATE_HOME, 'headlesspro');
  if (process.platform === 'win32' && environment.LOCALAPPDATA)
    return join(environment.LOCALAPPDATA, 'headlesspro');
  return join(homedir(), '.local', 'state', 'headlesspro');
}
