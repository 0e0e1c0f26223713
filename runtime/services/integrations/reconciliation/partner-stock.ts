import Type from 'typebox';
import Value from 'typebox/value';
import type { IntegrationConfig } from '../../../config/store-config.ts';
import type { StepsContext } from '../../../context/context.ts';
import { integrationProblems } from '../../../contract/integrations/index.ts';
import { problem } from '../../../contract/problem.ts';
import { ExpressionFailed, evaluate } from '../../../mapping/index.ts';
import { OutgoingFailure } from '../../../outgoing/index.ts';
import type { StockCount } from '../counts-by-place.ts';

const timeoutMilliseconds = 20_000;
const mostPageBytes = 1_000_000;
/** Two million SKUs, at 1,000 a page: a partner that goes on for ever is broken off. */
const mostPages = 2000;

const Page = Type.Object({
  items: Type.Array(
    Type.Object({
      sku: Type.String({ minLength: 1 }),
      onHand: Type.Integer({ minimum: 0 }),
      locationId: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    }),
  ),
  next: Type.Optional(Type.Union([Type.String({ pattern: '^/' }), Type.Null()])),
});

export interface StockPage {
  readonly status: number;
  readonly items: readonly StockCount[];
  /** Path of the next page; null after the last. */
  readonly next: string | null;
}

function unreachable(key: string, detail: string) {
  return problem(integrationProblems.partnerUnreachable, { detail: `${key}: ${detail}` });
}

/** @throws {Problem} `integration_without_stock`. */
export function requireStock({ key, stock, locations }: IntegrationConfig) {
  const [locationId] = locations;
  if (stock && locationId !== undefined) return { stock, locationId };
  throw problem(integrationProblems.integrationWithoutStock, {
    detail: `The integration "${key}" tells no stock, or keeps no location.`,
  });
}

/** @throws {Problem} `partner_unreachable`, `provider_not_configured`. */
export async function readStockPage(
  context: StepsContext,
  integration: IntegrationConfig,
  path?: string,
): Promise<StockPage> {
  const { key } = integration;
  const { stock, locationId: usual } = requireStock(integration);
  const connection = await context.connectionTo(`integration:${key}`);
  if (!connection?.url) throw unreachable(key, 'its URL is not known.');
  const { url, secrets } = connection;
  try {
    const answer = await context.outgoing.send({
      ...{ storeId: context.storeId, traceId: context.traceId, method: 'GET' },
      purpose: { kind: 'integration', key },
      ...{ url: `${url}${path ?? stock.path}`, body: '', timeoutMilliseconds, keptBytes: mostPageBytes },
      headers: { accept: 'application/json', authorization: `Bearer ${secrets.token ?? ''}` },
    });
    if (answer.status !== 200)
      throw unreachable(key, `it answered ${answer.status}: ${answer.body.slice(0, 200)}`);
    if (answer.isBodyCut) throw unreachable(key, `a page is larger than ${mostPageBytes} bytes.`);
    const mapped = await evaluate(stock.map, { body: JSON.parse(answer.body) });
    if (!Value.Check(Page, mapped)) {
      const [fault] = Value.Errors(Page, mapped);
      throw unreachable(
        key,
        `its stock is not as the mapping has it: ${fault?.instancePath} ${fault?.message}.`,
      );
    }
    const items = mapped.items.map(({ sku, onHand, locationId }) => ({
      ...{ sku, onHand, locationId: locationId ?? usual },
    }));
    return { status: answer.status, items, next: mapped.next ?? null };
  } catch (error) {
    if (error instanceof OutgoingFailure) throw unreachable(key, error.message);
    if (error instanceof SyntaxError) throw unreachable(key, 'it answered something that is no JSON.');
    if (error instanceof ExpressionFailed)
      throw unreachable(key, `the mapping of its stock failed: ${error.message}`);
    throw error;
  }
}

/** The whole stock of a partner, page by page. */
export async function readPartnerStock(
  context: StepsContext,
  integration: IntegrationConfig,
): Promise<readonly StockCount[]> {
  const counts: StockCount[] = [];
  let path: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { items, next } = await readStockPage(context, integration, path);
    counts.push(...items);
    if (next === null) return counts;
    if (next === path) throw unreachable(integration.key, `the page ${next} names itself as the next.`);
    path = next;
  }
  throw unreachable(integration.key, `it has more than ${mostPages} pages of stock.`);
}
