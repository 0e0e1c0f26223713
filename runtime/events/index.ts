export { createDispatcher } from './dispatch.ts';
export type { Dispatcher, DispatcherOptions, RunInSteps, RunInTransaction } from './dispatcher.ts';
export type { Waking } from './waking.ts';
export { withWorkers } from './with-workers.ts';
