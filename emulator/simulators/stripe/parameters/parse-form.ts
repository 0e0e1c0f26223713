import qs from 'qs';
import { badRequest } from '../stripe-error.ts';

/**
 * `metadata[order]=1&expand[0]=customer` to nested objects and arrays. Bounded in depth, places and count; objects
 * have no prototype, so that a name such as `__proto__` is a name like any other.
 */
export function parseForm(form: string): Readonly<Record<string, unknown>> {
  try {
    return qs.parse(form, {
      plainObjects: true,
      depth: 8,
      strictDepth: true,
      arrayLimit: 100,
      parameterLimit: 1000,
      throwOnLimitExceeded: true,
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw badRequest(`The parameters can not be read: ${error.message}`);
  }
}
