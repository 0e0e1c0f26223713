import type { FieldError } from '../contract/problem.ts';
import type { CompanyInput, MailInput, StorefrontInput } from './company-input.ts';
import type { CompanyConfig, MailConfig, StorefrontConfig } from './store-config.ts';

/** Who sells, with null for what nobody said. */
export function completeCompany(input: CompanyInput | undefined): CompanyConfig | null {
  if (!input) return null;
  const { name, address = [], vatId = null, registration = null } = input;
  const { email = null, phone = null, website = null } = input;
  return { name, address: [...address], vatId, registration, email, phone, website };
}

export function completeMail(input: MailInput | undefined): MailConfig | null {
  if (!input) return null;
  const { from, replyTo = null, notices = null, smtp } = input;
  return { from, replyTo, notices, smtp: smtp ? { url: { env: smtp.url.env } } : null };
}

/** What the storefront template has, and where others have it unless they say so. */
export const usualOrderPath = '/orders/{orderId}#token={token}';

export function completeStorefront(input: StorefrontInput | undefined): StorefrontConfig | null {
  return input ? { url: input.url, orderPath: input.orderPath ?? usualOrderPath } : null;
}

/** The inverse of `completeStorefront`. */
export function declareStorefront({ url, orderPath }: StorefrontConfig): StorefrontInput {
  return { url, ...(orderPath === usualOrderPath ? {} : { orderPath }) };
}

/** The inverse of `completeCompany`. */
export function declareCompany(company: CompanyConfig): CompanyInput {
  const { name, address, ...others } = company;
  const given = Object.entries(others).filter(([, value]) => value !== null);
  return { name, ...(address.length > 0 ? { address } : {}), ...Object.fromEntries(given) };
}

/** The inverse of `completeMail`. */
export function declareMail({ from, replyTo, notices, smtp }: MailConfig): MailInput {
  return {
    from,
    ...(replyTo === null ? {} : { replyTo }),
    ...(notices === null ? {} : { notices }),
    ...(smtp ? { smtp } : {}),
  };
}

export function timeZoneFaults(timeZone: string): FieldError[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return [];
  } catch {
    return [{ pointer: '/timeZone', message: `"${timeZone}" is not a time zone such as "Europe/Berlin".` }];
  }
}
