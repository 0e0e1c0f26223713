import type { SimulatorContext } from '../../simulator.ts';
import { type TaskDocument, tasks } from '../collections.ts';
import { actions } from './actions.ts';
import type { TaskAction } from './schedule.ts';

const tryAgainMilliseconds = 60 * 60 * 1000;

/** Business time may have been moved past many tasks: each happens at the moment that it was due. */
async function runTask(context: SimulatorContext, task: TaskDocument): Promise<void> {
  await context.store.transaction(async (store) => {
    const work = {
      ...{ store, account: task.account, now: Math.floor(task.due / 1000), url: context.url() },
      ...{ request: null, isPublishable: false },
    };
    // Written by `schedule`.
    await actions[task.action as TaskAction](work, task.subject);
    await store.delete(tasks, task.id);
  });
}

async function postpone(context: SimulatorContext, task: TaskDocument): Promise<void> {
  await context.store.transaction((store) =>
    store.update(tasks, task.id, (current) => ({
      ...current,
      due: context.clock.now().getTime() + tryAgainMilliseconds,
    })),
  );
}

/** Does what is due, in its order. Answers how many tasks that were. */
export async function runDue(context: SimulatorContext): Promise<number> {
  for (let done = 0; ; done += 1) {
    const { items } = await context.store.query(tasks, { index: 'by_due', where: {}, pageSize: 1 });
    const task = items[0]?.document;
    if (!task || task.due > context.clock.now().getTime()) return done;
    try {
      await runTask(context, task);
    } catch (error) {
      context.onFailure(error);
      await postpone(context, task);
    }
  }
}
