import { resource } from '../objects/resource.ts';

interface TokenCard {
  readonly id: string;
  readonly object: 'card';
  readonly brand: string;
  readonly country: string;
  readonly exp_month: number;
  readonly exp_year: number;
  readonly fingerprint: string;
  readonly funding: string;
  readonly last4: string;
}

export interface Token {
  readonly id: string;
  readonly object: 'token';
  readonly card: TokenCard;
  readonly client_ip: string | null;
  readonly created: number;
  readonly livemode: false;
  readonly type: 'card';
  readonly used: boolean;
}

export const tokens = resource<Token, { readonly behaviour: string; readonly hasCvc: boolean }>({
  type: 'token',
  noun: 'token',
  prefix: 'tok_1',
  listedBy: [],
  references: [],
});
