import type { OutputOf } from '../../runtime/contract/operation.ts';
import type { PaymentOperations } from '../../runtime/contract/payments/index.ts';
import { moneyText } from '../../runtime/money/index.ts';
import type { CommandContext } from '../context.ts';
import type { Terminal } from '../output/index.ts';
import { table } from '../output/table.ts';
import { momentOf } from './moment.ts';
import { openSelling, type Selling } from './open-selling.ts';

type Page = OutputOf<PaymentOperations['payments.ledger.reconcile']>;
type Figures = Page['ours'][number];
type Difference = Page['differences'][number];

export interface ReconcileFlags {
  readonly to: string | undefined;
  readonly provider: string | undefined;
  readonly since: string | undefined;
  readonly before: string | undefined;
}

/** Our books beside those of one provider. */
export interface ReconciledProvider {
  readonly provider: string;
  /** How far the provider's own books were looked into. */
  readonly comparison: Page['comparison'];
  readonly checked: number;
  readonly isBalanced: boolean;
  readonly ours: readonly Figures[];
  readonly theirs: readonly Figures[];
  readonly differences: readonly Difference[];
}

export interface Reconciled {
  readonly store: string;
  readonly isBalanced: boolean;
  readonly providers: readonly ReconciledProvider[];
}

/** Adds up what stands in the same currency. */
export function addedFigures(all: readonly Figures[]): Figures[] {
  const sums = new Map<string, Figures>();
  for (const { currency, captured, refunded, net, fees } of all) {
    const sum = sums.get(currency) ?? { currency, captured: 0, refunded: 0, net: 0, fees: 0 };
    sums.set(currency, {
      currency,
      captured: sum.captured + captured,
      refunded: sum.refunded + refunded,
      net: sum.net + net,
      fees: sum.fees + fees,
    });
  }
  return [...sums.values()].sort((a, b) => a.currency.localeCompare(b.currency));
}

async function reconcile(
  selling: Selling,
  provider: string,
  period: { readonly from?: string; readonly to?: string },
): Promise<ReconciledProvider> {
  const pages: Page[] = [];
  let after: string | null = null;
  do {
    const page: Page = await selling.call('payments.ledger.reconcile', {
      ...{ provider, ...period, pageSize: 100 },
      ...(after === null ? {} : { after }),
    });
    pages.push(page);
    after = page.next;
  } while (after !== null);
  return {
    provider,
    comparison: pages[0]?.comparison ?? 'each_payment',
    checked: pages.reduce((sum, { checked }) => sum + checked, 0),
    isBalanced: pages.every(({ isBalanced }) => isBalanced),
    ours: addedFigures(pages.flatMap(({ ours }) => ours)),
    theirs: addedFigures(pages.flatMap(({ theirs }) => theirs)),
    differences: pages.flatMap(({ differences }) => differences),
  };
}

/** Those that keep books of their own, in the config's order: a bank transfer has nobody who could be asked. */
async function providersOf(selling: Selling): Promise<string[]> {
  const { methods } = await selling.call('payments.methods.list', {});
  return [...new Set(methods.map(({ provider }) => provider))].filter((provider) => provider !== 'manual');
}

/** Compares the ledger with the providers; changes nothing anywhere. */
export async function reconcilePayments(flags: ReconcileFlags, context: CommandContext): Promise<Reconciled> {
  const from = momentOf(flags.since, 'since');
  const to = momentOf(flags.before, 'before');
  const period = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const selling = await openSelling(flags.to, context);
  const providers: ReconciledProvider[] = [];
  for (const provider of flags.provider === undefined ? await providersOf(selling) : [flags.provider])
    providers.push(await reconcile(selling, provider, period));
  return { store: selling.name, isBalanced: providers.every(({ isBalanced }) => isBalanced), providers };
}

function figureRows({ provider, checked, ours, theirs }: ReconciledProvider, terminal: Terminal): string[][] {
  const { paint } = terminal;
  const currencies = [...new Set([...ours, ...theirs].map(({ currency }) => currency))].sort();
  if (currencies.length === 0) return [[provider, String(checked), '-', '-', '-', paint.green('same')]];
  return currencies.map((currency) => {
    const none = { currency, captured: 0, refunded: 0, net: 0, fees: 0 };
    const our = ours.find((figures) => figures.currency === currency) ?? none;
    const their = theirs.find((figures) => figures.currency === currency) ?? none;
    const off = our.net - our.fees - (their.net - their.fees);
    const verdict = off === 0 ? paint.green('same') : paint.red(moneyText({ amount: off, currency }));
    return [
      ...[provider, String(checked), moneyText({ amount: our.net, currency })],
      ...[moneyText({ amount: their.net, currency }), moneyText({ amount: our.fees, currency }), verdict],
    ];
  });
}

export function printReconciled({ providers, isBalanced, store }: Reconciled, terminal: Terminal): void {
  const { paint, result, note } = terminal;
  if (providers.length === 0) {
    note(`${store} has no payment provider that keeps books of its own.`);
    return;
  }
  result(
    table(
      terminal,
      ['provider', 'payments', 'ours', 'theirs', 'fees', 'difference'],
      providers.flatMap((provider) => figureRows(provider, terminal)),
    ),
  );
  for (const { provider } of providers.filter(({ comparison }) => comparison === 'each_payment'))
    note(
      `${provider} can not list what it has: each of our payments was looked up there, and none but ours.`,
    );
  const differences = providers.flatMap((each) => each.differences);
  for (const { paymentId, providerReference, currency, ours, theirs, message, hint } of differences) {
    result('');
    result(`${paint.red('✖')} ${paymentId ?? providerReference ?? 'a payment'}: ${message}`);
    const sides = [ours, theirs].map((amount) => moneyText({ amount, currency }));
    result(`  ours ${sides[0]}, theirs ${sides[1]}`);
    result(`  ${paint.dim(hint)}`);
  }
  result('');
  const checked = providers.reduce((sum, provider) => sum + provider.checked, 0);
  const of = `${checked.toLocaleString('en')} ${checked === 1 ? 'payment' : 'payments'}`;
  if (isBalanced) result(`${paint.green('✔')} the books agree on ${of}`);
  else result(`${paint.red('✖')} ${differences.length} of ${of} differ`);
}
