export { applyPlan } from './apply-plan.ts';
export { readBase, writeBase } from './base-file.ts';
export { describePlan, type PlanDescription } from './describe-plan.ts';
export { baseAfter, makePlan, type PushPlan } from './make-plan.ts';
export { readState, type Side, sideOf } from './side.ts';
