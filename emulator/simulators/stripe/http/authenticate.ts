import { accountOfKey } from '../account.ts';
import { StripeError, unauthorized } from '../stripe-error.ts';

export interface Caller {
  readonly account: string;
  readonly isPublishable: boolean;
}

/** `Bearer sk_test_…`, or Basic with the key as user name and no password, as curl sends it. */
function keyOf(header: string | undefined): string | undefined {
  const [scheme = '', value = ''] = header?.split(' ') ?? [];
  if (/^bearer$/i.test(scheme)) return value;
  if (!/^basic$/i.test(scheme)) return undefined;
  return Buffer.from(value, 'base64').toString('utf8').split(':')[0];
}

/** As much of a key as may be shown. */
function masked(key: string): string {
  const prefix = /^(?:sk|rk|pk)_(?:test|live)_/.exec(key)?.[0] ?? key.slice(0, 3);
  const hidden = Math.max(key.length - prefix.length - 4, 0);
  return `${prefix}${'*'.repeat(Math.min(hidden, 20))}${hidden > 0 ? key.slice(-4) : ''}`;
}

/** Any test key names an account of its own. Live keys are refused: nothing here may look like real money. */
export function authenticate(header: string | undefined): Caller {
  const key = keyOf(header);
  if (!key) {
    throw unauthorized(
      'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer ' +
        "auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for " +
        'details, or we can help at https://support.stripe.com/.',
    );
  }
  if (!/^(?:sk|rk|pk)_test_\w+$/.test(key)) throw unauthorized(`Invalid API Key provided: ${masked(key)}`);
  return { account: accountOfKey(key), isPublishable: key.startsWith('pk_') };
}

export function needsSecretKey(): StripeError {
  return new StripeError(403, {
    type: 'invalid_request_error',
    code: 'secret_key_required',
    message:
      'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of ' +
      'your API keys at https://dashboard.stripe.com/account/apikeys.',
  });
}
