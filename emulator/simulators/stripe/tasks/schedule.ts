import { tasks } from '../collections.ts';
import { newId } from '../ids.ts';
import type { Work } from '../objects/work.ts';

export type TaskAction =
  | 'expire_hold'
  | 'expire_checkout'
  | 'settle_refund'
  | 'fail_refund'
  | 'close_dispute';

/** Has something happen to an object by itself, `seconds` of business time from now. */
export async function schedule(
  work: Work,
  action: TaskAction,
  subject: string,
  seconds: number,
): Promise<void> {
  await work.store.insert(tasks, {
    ...{ id: newId('task_'), account: work.account, action, subject },
    due: (work.now + seconds) * 1000,
  });
}
