import { fraudProblems } from '../../contract/fraud/index.ts';
import { problem } from '../../contract/problem.ts';
import type { Assessment } from './assess.ts';
import type { StoredAssessment } from './collections.ts';

type State = StoredAssessment['state'];

/** Where an assessment begins. */
export const firstStates = {
  allow: 'allowed',
  review: 'in_review',
  block: 'blocked',
} as const satisfies Record<Assessment['decision'], State>;

/** The life of an assessment, as data. What was blocked has no payment left that could be approved. */
export const assessmentMoves = [
  {
    ...{ from: 'in_review', to: 'approved', operation: 'fraud.assessments.approve' },
    event: 'fraud.approved',
  },
  {
    ...{ from: 'in_review', to: 'declined', operation: 'fraud.assessments.decline' },
    event: 'fraud.declined',
  },
] as const satisfies readonly { from: State; to: State; operation: string; event: string }[];

export type AssessmentMove = (typeof assessmentMoves)[number];

/** @throws {Problem} `fraud_assessment_state` where the state doesn't allow it. */
export function moveAssessment(
  { id, state }: Pick<StoredAssessment, 'id' | 'state'>,
  operation: AssessmentMove['operation'],
): AssessmentMove {
  const move = assessmentMoves.find((each) => each.from === state && each.operation === operation);
  if (move) return move;
  const allowed = assessmentMoves.filter(({ from }) => from === state).map((each) => each.operation);
  throw problem(fraudProblems.assessmentState, {
    detail: `Fraud assessment ${id} is in the state "${state}", so ${operation} is not possible.`,
    details: { state, allowed },
  });
}
