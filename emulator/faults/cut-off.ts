/** The first half of a body, as a connection leaves it that ends too early; JSON it is no more. */
export function cutOff(payload: unknown): unknown {
  if (typeof payload === 'string') return payload.slice(0, Math.ceil(payload.length / 2));
  if (Buffer.isBuffer(payload)) return payload.subarray(0, Math.ceil(payload.length / 2));
  return payload;
}
