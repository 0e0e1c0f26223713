export { createDispatcher } from './dispatch.ts';
export type { Dispatcher, DispatcherOptions, RunInTransaction } from './dispatcher.ts';
export { machineWaking, type Waking } from './waking.ts';
