import { firstDue } from '../../../runtime/clock/first-due.ts';
import type { Store } from '../../../runtime/store/port.ts';
import { deliveries, tasks } from './collections.ts';

/** When the next thing happens by itself: a delivery, or a task. */
export async function nextDueAt(store: Store): Promise<Date | undefined> {
  const task = await firstDue(store, tasks, 'by_due');
  const delivery = await firstDue(store, deliveries, 'by_state', { state: 'pending' });
  return task && delivery ? new Date(Math.min(task.getTime(), delivery.getTime())) : (task ?? delivery);
}
