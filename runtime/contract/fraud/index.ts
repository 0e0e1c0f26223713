import { fraudAssessmentResource, fraudEvents, fraudOperations } from './assessments.ts';

export { fraudProblems } from './problems.ts';

/** How likely a purchase is fraud, and what people decide about it. */
export function fraudContract() {
  return {
    operations: { ...fraudOperations },
    resources: [fraudAssessmentResource],
    events: [...fraudEvents],
  };
}

export type FraudOperations = ReturnType<typeof fraudContract>['operations'];
