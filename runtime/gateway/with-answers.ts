import { AnswerNeeded } from '../context/outside-answer.ts';

/** Carts ask a few things, one after the other: what a carrier takes, then the tax on that. */
const mostRounds = 20;

/** Does work that asks services outside: each time an answer is missing, once more when it is there. */
export async function withAnswers<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let round = 1; ; round += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AnswerNeeded) || round === mostRounds) throw error;
      await error.answered;
    }
  }
}
