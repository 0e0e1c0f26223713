import { list } from '../objects/list.ts';
import type { Work } from '../objects/work.ts';
import { type BalanceTransaction, balanceTransactions } from './balance-transaction.ts';

interface Amount {
  readonly amount: number;
  readonly currency: string;
  readonly source_types: { readonly card: number };
}

function totals(transactions: readonly BalanceTransaction[], currencies: readonly string[]): Amount[] {
  return currencies.map((currency) => {
    const amount = transactions
      .filter((transaction) => transaction.currency === currency)
      .reduce((sum, { net }) => sum + net, 0);
    return { amount, currency, source_types: { card: amount } };
  });
}

/** What the movements of an account come to: what is available, and what will be. */
export async function balanceOf(work: Work): Promise<object> {
  const all: BalanceTransaction[] = [];
  let last: string | undefined;
  for (;;) {
    const page = await list(work, balanceTransactions, '', { limit: 100, starting_after: last });
    all.push(...page.data);
    last = page.data.at(-1)?.id;
    if (!page.has_more) break;
  }
  const currencies = [...new Set(['usd', ...all.map(({ currency }) => currency)])].sort();
  const isAvailable = ({ available_on }: BalanceTransaction) => available_on <= work.now;
  return {
    object: 'balance',
    available: totals(all.filter(isAvailable), currencies),
    livemode: false,
    pending: totals(
      all.filter((transaction) => !isAvailable(transaction)),
      currencies,
    ),
  };
}
