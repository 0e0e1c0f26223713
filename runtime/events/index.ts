export { createDispatcher } from './dispatch.ts';
export type { Dispatcher, DispatcherOptions, RunInTransaction } from './dispatcher.ts';
export type { Waking } from './waking.ts';
