import Type from 'typebox';
import { defineProblems } from '../problem.ts';

export const fraudProblems = defineProblems({
  assessmentState: {
    code: 'fraud_assessment_state',
    status: 409,
    title: 'The fraud assessment can not do that in its present state.',
    hint: '"details.state" is its state and "details.allowed" are the operations it allows.',
    kind: 'conflict',
    details: Type.Object({ state: Type.String(), allowed: Type.Array(Type.String()) }),
  },
});
