import type { StoreConfig } from '../../../config/store-config.ts';
import type { FieldError } from '../../../contract/problem.ts';
import { unknownName } from '../../../validation/index.ts';
import type { PromotionRule } from './promotion-rule.ts';

type Kind = PromotionRule['kind'];

/** Which settings go with which kind of promotion, and which it needs. */
const settingsOf: Readonly<
  Record<Kind, { readonly needs: readonly string[]; readonly takes: readonly string[] }>
> = {
  percentage: { needs: ['percentage'], takes: ['percentage'] },
  amount: { needs: ['amounts'], takes: ['amounts'] },
  buy_x_get_y: {
    needs: ['buyQuantity', 'getQuantity'],
    takes: ['buyQuantity', 'getQuantity', 'percentage'],
  },
  free_shipping: { needs: [], takes: [] },
};

function kindFaults(promotion: PromotionRule): FieldError[] {
  const { kind, percentage, amounts, buyQuantity, getQuantity } = promotion;
  const given = Object.entries({ percentage, amounts, buyQuantity, getQuantity })
    .filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== null))
    .map(([name]) => name);
  const { needs, takes } = settingsOf[kind];
  return [
    ...needs
      .filter((name) => !given.includes(name))
      .map((name) => ({ pointer: `/${name}`, message: `is needed by a promotion of the kind ${kind}.` })),
    ...given
      .filter((name) => !takes.includes(name))
      .map((name) => ({ pointer: `/${name}`, message: `does not go with the kind ${kind}.` })),
  ];
}

function moneyFaults(name: 'amounts' | 'minimumSubtotals', promotion: PromotionRule, config: StoreConfig) {
  const currencies = promotion[name].map(({ currency }) => currency);
  return promotion[name].flatMap(({ amount, currency }, index) => {
    const pointer = `/${name}/${index}`;
    if (!config.currencies.includes(currency)) {
      const message = unknownName(currency, 'currency', config.currencies);
      return [{ pointer: `${pointer}/currency`, message }];
    }
    if (currencies.indexOf(currency) < index) {
      return [{ pointer: `${pointer}/currency`, message: `${currency} is given twice.` }];
    }
    return amount < 1 ? [{ pointer: `${pointer}/amount`, message: 'must be at least 1.' }] : [];
  });
}

function nameFaults(list: 'channels' | 'customerGroups', promotion: PromotionRule, known: readonly string[]) {
  const what = list === 'channels' ? 'channel' : 'customer group';
  return promotion[list].flatMap((name, index) =>
    known.includes(name) ? [] : [{ pointer: `/${list}/${index}`, message: unknownName(name, what, known) }],
  );
}

/** Everything that is wrong with a promotion that its shape alone can't show. */
export function promotionFaults(promotion: PromotionRule, config: StoreConfig): FieldError[] {
  const { startsAt, endsAt } = promotion;
  const channels = config.channels.map(({ key }) => key);
  const isBackwards = startsAt !== null && endsAt !== null && startsAt >= endsAt;
  return [
    ...kindFaults(promotion),
    ...moneyFaults('amounts', promotion, config),
    ...moneyFaults('minimumSubtotals', promotion, config),
    ...nameFaults('channels', promotion, channels),
    ...nameFaults('customerGroups', promotion, config.customerGroups),
    ...(isBackwards ? [{ pointer: '/endsAt', message: 'must be after "startsAt".' }] : []),
  ];
}
