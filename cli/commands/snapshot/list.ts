import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'List the snapshots of the local store',
  examples: [{ does: 'What there is in each', command: 'hp snapshot list' }],
  async run(_input, context) {
    const { execStore } = await import('../../project/exec-store.ts');
    if (execStore(context.environment)) {
      const { openControls } = await import('../../project/open-controls.ts');
      return (await (await openControls(context)).call('snapshots.list', {})).snapshots;
    }
    const { findProject } = await import('../../project/find-project.ts');
    const { projectSnapshots } = await import('../../snapshots/project-snapshots.ts');
    return projectSnapshots(findProject(context.directory))
      .list()
      .map(({ name, createdAt, takenOf, counts }) => ({ name, createdAt, takenOf, counts }));
  },
  async print(snapshots, terminal) {
    if (snapshots.length === 0) {
      terminal.note('There is no snapshot; `hp snapshot save NAME` makes one.');
      return;
    }
    const { table } = await import('../../output/table.ts');
    const { contentsOf } = await import('../../snapshots/snapshot-lines.ts');
    terminal.result(
      table(
        terminal,
        ['name', 'saved', 'of', 'holds'],
        snapshots.map((each) => [each.name, each.createdAt, each.takenOf, contentsOf(each)]),
      ),
    );
  },
});
