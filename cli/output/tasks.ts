import type { Terminal } from './terminal.ts';

export interface Task {
  readonly title: string;
  /** May return a sentence about what it left out. */
  run(): Promise<string | undefined>;
}

/** Runs steps in order, shown as a list that moves at a terminal and as lines elsewhere. */
export async function runTasks(terminal: Terminal, tasks: readonly Task[]): Promise<void> {
  if (!terminal.isInteractive) {
    for (const task of tasks) {
      const remark = await task.run();
      terminal.note(remark ? `${task.title}: ${remark}` : task.title);
    }
    return;
  }
  const { Listr } = await import('listr2');
  const list = new Listr(
    tasks.map(({ title, run }) => ({
      title,
      task: async (_: unknown, task: { title: string }) => {
        const remark = await run();
        if (remark) task.title = `${title} ${terminal.paint.dim(remark)}`;
      },
    })),
    {
      concurrent: false,
      registerSignalListeners: false,
      // The failure is printed once, by runCommand.
      rendererOptions: { showErrorMessage: false, collapseErrors: false },
    },
  );
  await list.run();
}
