import { join, resolve } from 'node:path';
import { type Emulator, ignoreLocalState, startEmulator } from '../../emulator/index.ts';
import { type LoadedConfig, loadConfig } from '../../runtime/config/index.ts';
import type { CommandContext } from '../context.ts';
import { choosePort } from '../dev/choose-port.ts';
import { findProject, type Project } from '../project/find-project.ts';
import { keepSdks } from '../project/keep-sdks.ts';
import { knownSeed, seedOf } from '../project/known-seed.ts';
import { projectSnapshots } from '../snapshots/project-snapshots.ts';
import { version } from '../version.ts';
import { checkCommand } from './check-command.ts';
import { commandEnvironment } from './command-environment.ts';
import { type ExecResult, execResult } from './exec-result.ts';
import { type Recording, recordSession } from './record-session.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { type CommandEnding, runWrapped } from './wrapped-command.ts';

export interface ExecFlags {
  readonly seed: string | undefined;
  readonly port: number;
  /** Undefined for one in `.headlesspro/bundles`, null for none. */
  readonly bundle: string | null | undefined;
  readonly junit: string | undefined;
}

/** `2026-11-26T09-50-00-4711.hpbundle`, beside the project's own state: two may end in the same second. */
function bundleFile(project: Project, { bundle }: ExecFlags, context: CommandContext): string {
  if (bundle) return resolve(context.directory, bundle);
  const name = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  return join(project.stateDirectory, 'bundles', `${name}-${process.pid}.hpbundle`);
}

async function keepBundle(
  file: string,
  directory: string,
  {
    words,
    seed,
    loaded,
  }: { readonly words: readonly string[]; readonly seed: string; readonly loaded: LoadedConfig },
  ending: CommandEnding,
  recording: Recording,
): Promise<void> {
  const { writeBundle } = await import('../../emulator/bundles/index.ts');
  await writeBundle(file, {
    ...{ directory, headlesspro: version(), log: recording.lines, faults: recording.faults },
    manifest: {
      ...{ config: loaded.config, seed, command: words, exitCode: ending.exitCode, signal: ending.signal },
      ...{ time: new Date().toISOString(), requests: recording.requests() },
      versions: { node: process.version, platform: `${process.platform}-${process.arch}` },
    },
  });
}

/** Starts a fresh store, runs the command against it, and takes it away again. */
export async function runExec(
  words: readonly string[],
  flags: ExecFlags,
  context: CommandContext,
): Promise<ExecResult> {
  checkCommand(words);
  const { terminal, signal } = context;
  const project = findProject(context.directory);
  const loaded = await loadConfig(project.configFile);
  const seed = flags.seed === undefined ? seedOf(loaded) : knownSeed(flags.seed, context.directory);
  const port = await choosePort(flags.port);
  ignoreLocalState({ directory: project.stateDirectory });
  const directory = temporaryFolder(context);
  const recording = recordSession();
  const starting = startEmulator({
    ...{ directory, config: loaded.config, seed, port, host: '127.0.0.1', log: recording.log },
    lentSnapshots: projectSnapshots(project).root,
  });
  let isClosed = false;
  const close = async (emulator: Emulator) => {
    if (!isClosed) await emulator.close();
    isClosed = true;
  };
  context.defer(() => starting.then(close, () => undefined));
  const [emulator] = await Promise.all([starting, keepSdks(project, loaded)]);
  recording.follow(emulator);
  signal.throwIfAborted();
  const shown = words.join(' ');
  terminal.note(terminal.notePaint.dim(`hp: a fresh store answers at ${emulator.url}; running ${shown}`));
  const ending = await runWrapped(
    {
      ...{ words, project: project.directory, temporaryFolder: directory },
      variables: commandEnvironment(emulator),
    },
    context,
  );
  const hasFailed = ending.exitCode !== 0;
  const isKept = hasFailed && !ending.isInterrupted && flags.bundle !== null;
  // Whenever it is opened, nothing has come due since.
  if (isKept) await emulator.freeze();
  await close(emulator);
  const bundle = isKept ? bundleFile(project, flags, context) : null;
  if (bundle) await keepBundle(bundle, directory, { words, seed, loaded }, ending, recording);
  return execResult(
    { words, ending, faults: recording.faults, requests: recording.requests(), bundle },
    flags.junit,
    context,
  );
}
