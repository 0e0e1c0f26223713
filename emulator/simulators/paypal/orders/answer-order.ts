import type { Answer, Work } from '../http/endpoint.ts';
import type { Order } from './order.ts';
import { presentMinimal, presentOrder } from './present-order.ts';

/** The order, as whole as `Prefer` asks for. */
export async function answerOrder(
  {
    writer,
    url,
    prefersRepresentation,
  }: Pick<Work, 'writer' | 'url'> & { readonly prefersRepresentation: boolean },
  status: number,
  order: Order,
): Promise<Answer> {
  const present = prefersRepresentation ? presentOrder : presentMinimal;
  return { status, body: await present(writer, order, url) };
}
