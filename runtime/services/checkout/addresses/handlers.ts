import type { HandlersOf } from '../../../context/service.ts';
import type { CheckoutOperations } from '../../../contract/checkout/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { completeAddress, faultsOfAddress } from './check-address.ts';
import { countryForm } from './country-form.ts';
import { countryRules, knownCountries } from './country-rules.ts';

type AddressOperation = `checkout.addresses.${'listCountries' | 'getCountry' | 'validate'}`;

/** Handlers of addresses, in the contract's order. */
export const addressHandlers: Pick<HandlersOf<CheckoutOperations>, AddressOperation> = {
  async 'checkout.addresses.listCountries'({ config }) {
    const codes = await knownCountries();
    const all = await Promise.all(codes.map(async (code) => ({ code, rules: await countryRules(code) })));
    return {
      countries: all.flatMap(({ code, rules }) => (rules ? [countryForm(code, rules, config)] : [])),
    };
  },

  async 'checkout.addresses.getCountry'({ config }, { country }) {
    const rules = await countryRules(country);
    if (!rules) throw problem(problems.notFound, { detail: `There is no country "${country}".` });
    return {
      ...countryForm(country, rules, config),
      regions: rules.regions.map((region) => ({ ...region })),
    };
  },

  async 'checkout.addresses.validate'(_context, { address }) {
    const faults = await faultsOfAddress(completeAddress(address));
    const found = faults.map(({ field, code, message, hint }) => ({
      ...{ pointer: `/address/${field}`, code, message, hint, blocks: 'completion' as const },
    }));
    return { isValid: found.length === 0, problems: found };
  },
};
