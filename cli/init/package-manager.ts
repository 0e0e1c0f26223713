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

/**
 * Files that a manager needs in a project to install it as npm would. Without them pnpm fails over the install
 * script of an optional dependency, and newer yarn makes no `node_modules`, which bundlers look for.
 */
export const settingsFiles: Readonly<Record<PackageManager, Readonly<Record<string, string>>>> = {
  npm: {},
  pnpm: {
    'pnpm-workspace.yaml': [
      '# Nothing here has to be built on install: a SQLite that comes ready is used.',
      'allowBuilds:',
      '  better-sqlite3: false',
      'ignoredBuiltDependencies:',
      '  - better-sqlite3',
      '',
    ].join('\n'),
  },
  yarn: {
    '.yarnrc.yml': 'nodeLinker: node-modules\n',
    // Says that the project is not part of one in a folder above.
    'yarn.lock': '',
  },
};
