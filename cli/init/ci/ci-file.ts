import type { PackageManager } from '../package-manager.ts';
import { githubWorkflow } from './github-workflow.ts';
import { gitlabPipeline } from './gitlab-pipeline.ts';

export const ciSystems = ['github', 'gitlab'] as const;
export type CiSystem = (typeof ciSystems)[number];

/** What a pipeline has to know of a project. */
export interface CiProject {
  readonly manager: PackageManager;
  /** The one that wrote the lock file. */
  readonly managerVersion: string;
  /** Installs what the lock file says, and fails where that does not fit. */
  readonly install: string;
  readonly test: string;
}

/** pnpm and yarn take the lock file as it is where `CI` is set, as it is on both systems. */
const install: Readonly<Record<PackageManager, string>> = {
  npm: 'npm ci',
  pnpm: 'pnpm install',
  yarn: 'yarn install',
};

const newest: Readonly<Record<PackageManager, string>> = { npm: 'latest', pnpm: 'latest', yarn: 'stable' };

export interface CiFile {
  /** Relative to the project. */
  readonly path: string;
  readonly text: string;
}

/** A pipeline that runs the project's tests against a fresh store. */
export function ciFile(
  system: CiSystem,
  manager: PackageManager,
  managerVersion: string | undefined,
): CiFile {
  const project: CiProject = {
    manager,
    managerVersion: managerVersion ?? newest[manager],
    install: install[manager],
    test: `${manager} test`,
  };
  return system === 'github'
    ? { path: '.github/workflows/test.yml', text: githubWorkflow(project) }
    : { path: '.gitlab-ci.yml', text: gitlabPipeline(project) };
}
