import type { CiProject } from './ci-file.ts';

/** What brings the manager there, and where it keeps what it has downloaded: below the project, as GitLab's cache asks. */
const managers: Readonly<
  Record<
    CiProject['manager'],
    (version: string) => {
      readonly lock: string;
      readonly folder: string;
      readonly before: readonly string[];
    }
  >
> = {
  npm: () => ({
    ...{ lock: 'package-lock.json', folder: '.npm/' },
    before: ['npm config set cache "$CI_PROJECT_DIR/.npm"'],
  }),
  pnpm: (version) => ({
    ...{ lock: 'pnpm-lock.yaml', folder: '.pnpm-store/' },
    before: [
      `npm install --global pnpm@${version}`,
      'pnpm config set store-dir "$CI_PROJECT_DIR/.pnpm-store"',
    ],
  }),
  yarn: (version) => ({
    ...{ lock: 'yarn.lock', folder: '.yarn/cache/' },
    before: [
      // The first is for yarn 2 and newer, the second for all.
      'export YARN_ENABLE_GLOBAL_CACHE=false',
      'export YARN_CACHE_FOLDER="$CI_PROJECT_DIR/.yarn/cache"',
      `corepack enable && corepack prepare yarn@${version} --activate`,
    ],
  }),
};

/** `.gitlab-ci.yml` */
export function gitlabPipeline({ manager, managerVersion, install, test }: CiProject): string {
  const { lock, folder, before } = managers[manager](managerVersion);
  return [
    'test:',
    '  image: node:22',
    '  timeout: 15 minutes',
    '  cache:',
    '    key:',
    '      files:',
    `        - ${lock}`,
    '    paths:',
    `      - ${folder}`,
    '  before_script:',
    ...before.map((line) => `    - ${line}`),
    '  script:',
    `    - ${install}`,
    '    # Starts the platform with a fresh store, runs the tests against it, and keeps the store where they fail.',
    `    - npx hp exec --junit hp.xml --bundle failed.hpbundle -- ${test}`,
    '  artifacts:',
    '    # Open it at home: npx hp dev --from-bundle failed.hpbundle',
    '    when: on_failure',
    '    paths:',
    '      - failed.hpbundle',
    '    expire_in: 1 week',
    '    reports:',
    '      junit: hp.xml',
    '',
  ].join('\n');
}
