export { endpointDoor } from './endpoint-door.ts';
export type { Fault, FaultInput, FaultKind } from './fault.ts';
export { faultHandlers } from './fault-handlers.ts';
export { createFaults } from './faults.ts';
export { noticeDoor } from './notice-door.ts';
export { cutAnswers, operationDoor } from './operation-door.ts';
export { simulatorDoor } from './simulator-door.ts';
export { faultOf } from './struck.ts';
