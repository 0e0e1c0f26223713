import { SandboxFolders } from './sandbox-folders.ts';

/** Lets none of them go by itself any more. To be done while nobody has them open. */
export async function keepAllSandboxes(root: string): Promise<void> {
  const folders = new SandboxFolders(root);
  for (const record of await folders.read(() => undefined)) {
    await folders.change({ ...record, isKept: true, expiresAt: null });
  }
}
