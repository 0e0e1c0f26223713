import { execa } from 'execa';
import { runExternal } from '../run-external.ts';

/** Set by git while it runs hooks; they would point our git at another repository. */
function withoutRepository(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...others } = environment;
  return others;
}

async function succeeds(args: readonly string[], directory: string, environment: NodeJS.ProcessEnv) {
  const result = await execa('git', [...args], {
    cwd: directory,
    env: environment,
    extendEnv: false,
    reject: false,
  });
  return result.exitCode === 0;
}

/** Makes the folder a git repository with one commit; answers a remark where it could not or need not. */
export async function firstCommit(
  directory: string,
  parent: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const environment = withoutRepository(process.env);
  if (!(await succeeds(['--version'], directory, environment))) return 'skipped: git is not installed';
  if (await succeeds(['rev-parse', '--is-inside-work-tree'], parent, environment))
    return 'skipped: the folder lies in a git repository';
  const git = (...args: string[]) => runExternal({ command: 'git', args, directory, signal, environment });
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  const hasIdentity =
    (await succeeds(['config', 'user.email'], directory, environment)) &&
    (await succeeds(['config', 'user.name'], directory, environment));
  // Without an identity git refuses to commit; the user's own is asked for at the next commit.
  const identity = hasIdentity
    ? []
    : ['-c', 'user.name=HeadlessPro', '-c', 'user.email=init@headlesspro.invalid'];
  await git(
    ...identity,
    '-c',
    'commit.gpgsign=false',
    'commit',
    '--quiet',
    '--no-verify',
    '--message',
    'Start the store',
  );
  return undefined;
}
