import { isAbsolute } from 'node:path';
import { type ControlClient, createControlClient } from '../../emulator/controls/control-client.ts';
import { ClientProblem, ClientUnreachable } from '../../runtime/client/index.ts';
import { usage } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { knownSeed } from '../project/known-seed.ts';
import { localStore } from '../project/local-store.ts';
import { checkCommand } from './check-command.ts';
import { commandEnvironment } from './command-environment.ts';
import { type ExecResult, execResult, type KeptSandbox } from './exec-result.ts';
import { sandboxFaults } from './sandbox-faults.ts';
import { runWrapped } from './wrapped-command.ts';

export interface SandboxExecFlags {
  readonly snapshot: string | undefined;
  readonly seed: string | undefined;
  readonly keepOnFailure: boolean;
  readonly junit: string | undefined;
}

function seedName(seed: string, directory: string): string {
  const known = knownSeed(seed, directory);
  if (!isAbsolute(known)) return known;
  throw usage('seed_file_in_sandbox', 'A sandbox is made from a seed by its name, and not from a file.', {
    fix: 'Leave --sandbox out, or import the file in the command: `hp exec --sandbox --seed empty -- "hp import FILE && …"`.',
  });
}

/** `hp dev` was stopped meanwhile, or the command took the sandbox away itself: nothing of it is left to be asked. */
function isGone(error: unknown): boolean {
  if (error instanceof ClientUnreachable) return true;
  return error instanceof ClientProblem && (error.status === 401 || error.status === 404);
}

/** Answers what there was, or `otherwise` where the sandbox has gone. */
function unlessGone<Answer>(asked: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  return asked.catch((error: unknown) => {
    if (isGone(error)) return otherwise;
    throw error;
  });
}

async function keep(controls: ControlClient, id: string): Promise<KeptSandbox> {
  await controls.call('sandboxes.keep', { id });
  const { dashboard } = await controls.call('status.show', {});
  return { id, dashboard: dashboard && `${dashboard}?store=${id}` };
}

/** Makes a sandbox in the `hp dev` that runs here, runs the command against it, and takes it away again. */
export async function runInSandbox(
  words: readonly string[],
  { snapshot, seed, keepOnFailure, junit }: SandboxExecFlags,
  context: CommandContext,
): Promise<ExecResult> {
  checkCommand(words);
  const { terminal, signal, directory } = context;
  const from = { ...(snapshot && { snapshot }), ...(seed && { seed: seedName(seed, directory) }) };
  const { url, secretKey, project } = await localStore(context);
  const controls = createControlClient({ url, secretKey });
  const shown = words.join(' ');
  const { id, ...made } = await controls.call('sandboxes.create', { ...from, name: shown.slice(0, 200) });
  let isLeft = false;
  const leave = async () => {
    if (isLeft) return;
    isLeft = true;
    await unlessGone(controls.call('sandboxes.delete', { id }), { id });
  };
  context.defer(leave);
  signal.throwIfAborted();
  terminal.note(terminal.notePaint.dim(`hp: the sandbox ${id} is ready at ${url}; running ${shown}`));
  const ending = await runWrapped(
    {
      words,
      project: project?.directory ?? directory,
      variables: { ...commandEnvironment({ ...made, url }), HP_SANDBOX_ID: id },
    },
    context,
  );
  const faults = await unlessGone(sandboxFaults(createControlClient({ url, secretKey: made.secretKey })), []);
  const isKept = keepOnFailure && ending.exitCode !== 0 && !ending.isInterrupted;
  const sandbox = isKept ? await unlessGone(keep(controls, id), null) : null;
  if (sandbox) isLeft = true;
  else await leave();
  return execResult({ words, ending, faults, requests: null, sandbox }, junit, context);
}
