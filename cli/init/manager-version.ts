import { execa } from 'execa';
import type { PackageManager } from './package-manager.ts';

/** The version that a pipeline has to install to read the lock file; undefined where the manager is not on this machine. */
export async function managerVersion(
  manager: PackageManager,
  environment: NodeJS.ProcessEnv,
  directory: string,
): Promise<string | undefined> {
  const running = new RegExp(`^${manager}/(\\d\\S*)`).exec(environment.npm_config_user_agent ?? '')?.[1];
  if (running) return running;
  const options = { cwd: directory, env: environment, extendEnv: false, reject: false, timeout: 10_000 };
  const { stdout } = await execa(manager, ['--version'], options);
  return /^\d+\.\d+\.\d+\S*$/.exec(stdout?.trim() ?? '')?.[0];
}
