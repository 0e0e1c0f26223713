import type { EnvironmentReference } from './define-config.ts';

export interface CompanyInput {
  /** As registered: `Demo Store GmbH`. */
  readonly name: string;
  /** The lines under the name: street, town, country. */
  readonly address?: readonly string[];
  readonly vatId?: string;
  /** Where it is registered, and as what: `HRB 12345, Amtsgericht Berlin`. */
  readonly registration?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly website?: string;
}

export interface StorefrontInput {
  /** `https://shop.example`, without a slash at its end. */
  readonly url: string;
  /**
   * The page of an order, as the storefront's own path. Behind the `#` a token stays out of every server's log.
   * @default '/orders/{orderId}#token={token}'
   */
  readonly orderPath?: string;
}

export interface MailInput {
  /** `Demo store <orders@example.com>`, or the address alone. */
  readonly from: string;
  /** Where answers go. */
  readonly replyTo?: string;
  /** Who is told what the shop's people have to look at: that an endpoint is not sent to any more. Nobody unless given. */
  readonly notices?: string;
  /**
   * The server that mails go out by, hosted: `smtps://user:password@host:465`, by reference to the environment
   * variable that holds it. `hp dev` sends nothing; it shows mails in its inbox.
   */
  readonly smtp?: { readonly url: EnvironmentReference };
}
