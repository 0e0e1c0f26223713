import { randomBytes } from 'node:crypto';
import Type from 'typebox';
import { type Answer, type Endpoint, endpoint } from '../http/endpoint.ts';
import { accountId } from '../http/ids.ts';
import { wireTime } from '../http/wire-time.ts';
import { issueAccessToken, tokenLifetimeSeconds } from './access-tokens.ts';
import { readBasic } from './read-basic.ts';

const scopes = [
  'https://uri.paypal.com/services/checkout/one-click-with-merchant-issued-token',
  'https://uri.paypal.com/services/payments/payment/authcapture',
  'https://uri.paypal.com/services/payments/realtimepayment',
  'https://uri.paypal.com/services/payments/refund',
  'https://uri.paypal.com/services/applications/webhooks',
  'openid',
];

function refuse(status: number, error: string, error_description: string): Answer {
  return { status, body: { error, error_description } };
}

const token = endpoint({
  http: 'POST /v1/oauth2/token',
  summary: 'Get an access token',
  authentication: 'basic',
  form: true,
  body: Type.Object({ grant_type: Type.Optional(Type.String()), scope: Type.Optional(Type.String()) }),
  limits: 'Any client id with any secret is let in, as one merchant; `client_credentials` alone.',
  async handle({ writer, body, authorization, marked }) {
    const credentials = readBasic(authorization);
    if (!credentials) return refuse(401, 'invalid_client', 'Client Authentication failed');
    if (body.grant_type !== 'client_credentials') {
      return refuse(400, 'unsupported_grant_type', 'unsupported grant_type');
    }
    const access_token = marked(await issueAccessToken(writer, credentials.clientId));
    return {
      status: 200,
      body: {
        scope: body.scope ?? scopes.join(' '),
        access_token,
        token_type: 'Bearer',
        app_id: `APP-${accountId(credentials.clientId)}`,
        expires_in: tokenLifetimeSeconds,
        nonce: `${wireTime(new Date())}${randomBytes(32).toString('base64url')}`,
      },
    };
  },
});

export const oauthEndpoints: readonly Endpoint[] = [token];
