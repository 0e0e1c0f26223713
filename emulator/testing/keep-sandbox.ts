import type { ControlClient } from '../controls/control-client.ts';
import type { SharedEmulator } from './shared-emulator.ts';

/** Time enough to look into it, the day after too. */
const keptSeconds = 24 * 3600;

/** Keeps a sandbox after its test. Answers, for people, where it can be opened. */
export async function keepSandbox(
  controls: ControlClient,
  { isOwn }: SharedEmulator,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<string> {
  await controls.call('sandboxes.keep', { id, expiresIn: keptSeconds });
  const { dashboard } = await controls.call('status.show', {});
  const what = `The sandbox of "${name}" is kept`;
  if (isOwn) return `${what} until this process ends: run the tests by \`hp exec\` to open it afterwards.`;
  if (dashboard !== null) return `${what} for a day: ${dashboard}?store=${id}`;
  return `${what} in the bundle of this run: \`hp dev --from-bundle FILE\`, then /dashboard?store=${id}`;
}
