import type { CiProject } from './ci-file.ts';

/** Before Node, because that keeps what the manager has downloaded. */
const managerSteps: Readonly<Record<CiProject['manager'], (version: string) => readonly string[]>> = {
  npm: () => [],
  pnpm: (version) => ['- uses: pnpm/action-setup@v4', '  with:', `    version: ${version}`],
  yarn: (version) => [`- run: corepack enable && corepack prepare yarn@${version} --activate`],
};

/** `.github/workflows/test.yml` */
export function githubWorkflow({ manager, managerVersion, install, test }: CiProject): string {
  const steps = [
    '- uses: actions/checkout@v5',
    ...managerSteps[manager](managerVersion),
    '- uses: actions/setup-node@v6',
    '  with:',
    '    node-version: 22',
    `    cache: ${manager}`,
    `- run: ${install}`,
    '# Starts the platform with a fresh store, runs the tests against it, and keeps the store where they fail.',
    `- run: npx hp exec --annotations github --junit hp.xml --bundle failed.hpbundle -- ${test}`,
    '# Open it at home: npx hp dev --from-bundle failed.hpbundle',
    '- uses: actions/upload-artifact@v5',
    '  if: failure()',
    '  with:',
    '    name: failed-store',
    '    path: |',
    '      hp.xml',
    '      failed.hpbundle',
    '    if-no-files-found: ignore',
  ];
  return [
    'name: Test',
    'on:',
    '  push:',
    '    branches: [main]',
    '  pull_request:',
    'permissions:',
    '  contents: read',
    'jobs:',
    '  test:',
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 15',
    '    steps:',
    ...steps.map((line) => `      ${line}`),
    '',
  ].join('\n');
}
