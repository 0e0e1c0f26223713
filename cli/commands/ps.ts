import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'machine',
  summary: 'List the stores that run on this machine',
  examples: [
    { does: 'Folder, process and addresses of each', command: 'hp ps' },
    { does: 'The addresses of the first one, for a script', command: 'hp ps --json' },
  ],
  async run() {
    const { allRunning } = await import('../project/running-store.ts');
    const running = await allRunning();
    return running.map(({ pid, directory, startedAt, url, storefront }) => ({
      ...{ pid, directory, startedAt, storefront },
      url: url === '' ? null : url,
    }));
  },
  async print(stores, terminal) {
    if (stores.length === 0) {
      terminal.note('No store is running; `hp dev` starts one in its folder.');
      return;
    }
    const { table } = await import('../output/table.ts');
    terminal.result(
      table(
        terminal,
        ['process', 'platform', 'storefront', 'folder'],
        stores.map((store) => [
          String(store.pid),
          store.url ?? 'starting',
          store.storefront ?? '-',
          store.directory,
        ]),
      ),
    );
  },
});
