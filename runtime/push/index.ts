export { applyPlan } from './apply-plan.ts';
export { readBase, writeBase } from './base-file.ts';
export type { PlanLine } from './describe-entries.ts';
export { describePlan, type Places, type PlanDescription } from './describe-plan.ts';
export { baseAfter, makePlan, type Planned, type PushPlan } from './make-plan.ts';
export { type Side, sideOf } from './side.ts';
