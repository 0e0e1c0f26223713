import { type RefusedCall, refusalOf } from './transfer-client.ts';

/**
 * Calls a bulk operation. Where the call is refused as a whole (one row is of the wrong shape, or all of them are
 * too much), it is made for each half, down to the row that is at fault.
 */
export async function callInHalves<Row, Result>(
  rows: readonly Row[],
  call: (rows: readonly Row[]) => Promise<readonly Result[]>,
  refused: (refusal: RefusedCall) => Result,
): Promise<readonly Result[]> {
  try {
    return await call(rows);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    if (rows.length <= 1) return rows.map(() => refused(refusal));
    const middle = rows.length >> 1;
    const halves = [rows.slice(0, middle), rows.slice(middle)];
    const results: Result[] = [];
    for (const half of halves) results.push(...(await callInHalves(half, call, refused)));
    return results;
  }
}

/** A refusal of a call with one row, as the row's own: its pointers began in the call. */
export function inRow(
  { message, errors }: RefusedCall,
  list: string,
): Pick<RefusedCall, 'message' | 'errors'> {
  const strip = (text: string) => text.replace(`/${list}/0`, '');
  return {
    message: strip(message),
    errors: errors.map((error) => ({ ...error, pointer: strip(error.pointer) })),
  };
}
