import { checkoutProblems } from '../../../contract/checkout/index.ts';
import { problem } from '../../../contract/problem.ts';
import { builtInTaxEngine } from './built-in-tax-engine.ts';
import { readTaxAnswer, taxQuestion } from './read-tax-answer.ts';
import type { TaxEngine } from './tax-engine.ts';

/** The service that the configuration names, else its zones. */
export const configuredTaxEngine: TaxEngine = {
  async calculate(request, context) {
    const { engine } = context.config.taxes;
    // Nowhere yet: nobody could say more of it than that.
    const isAsked = engine && request.destination.country !== null && request.items.length > 0;
    if (!isAsked) return builtInTaxEngine.calculate(request, context);
    const answer = context.ask('taxes', taxQuestion(request));
    const read = 'body' in answer ? readTaxAnswer(request, answer.body) : { fault: answer.failure };
    if ('taxes' in read) return read.taxes;
    if (engine.otherwise === 'zones') {
      context.log.warn({ fault: read.fault }, 'The tax engine failed: the zones of the config are taken.');
      return builtInTaxEngine.calculate(request, context);
    }
    throw problem(checkoutProblems.taxEngineFailed, { detail: `The tax engine failed: ${read.fault}` });
  },
};
