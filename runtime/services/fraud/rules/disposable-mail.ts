import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import type { Rule } from './finding.ts';

let listed: ReadonlySet<string> | undefined;

/** `a.b.mailinator.com` gives itself and each domain above it, down to two labels. */
function domainsOf(email: string): string[] {
  const domain = email
    .slice(email.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}

/** E-mail addresses of services that forget them after minutes. The list is read with the first address. */
export const disposableMail: Rule<'disposable-mail'> = (_rule, { email }) => {
  if (email === null) return undefined;
  listed ??= disposableEmailBlocklistSet();
  const found = domainsOf(email).find((domain) => listed?.has(domain));
  return found === undefined
    ? undefined
    : `The e-mail address is of ${found}, which gives out disposable ones.`;
};
