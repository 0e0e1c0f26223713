export const packageManagers = ['npm', 'pnpm', 'yarn'] as const;
export type PackageManager = (typeof packageManagers)[number];

/** The one that runs this very command (`pnpm dlx`, `yarn dlx`, `npx`), which sets its name in the environment. */
export function runningPackageManager(environment: NodeJS.ProcessEnv): PackageManager {
  const agent = environment.npm_config_user_agent ?? '';
  return packageManagers.find((name) => agent.startsWith(`${name}/`)) ?? 'npm';
}

export const installArguments: Readonly<Record<PackageManager, readonly string[]>> = {
  npm: ['install', '--no-audit', '--no-fund', '--loglevel=error'],
  pnpm: ['install', '--reporter=append-only'],
  yarn: ['install'],
};

/** How the user runs a program of the project's dependencies: `npx hp dev`. */
export const runPrefix: Readonly<Record<PackageManager, string>> = {
  npm: 'npx',
  pnpm: 'pnpm',
  yarn: 'yarn',
};
