import { addressOf } from '../session/session.ts';

interface GraphqlRequest {
  readonly operationName?: string | null;
}

interface FetcherOptions {
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends what GraphiQL asks to this emulator. GraphiQL reads the schema before its editor of headers is there, so that
 * request gets the key here; all others have the headers that the developer sees. Answers and refusals alike are JSON.
 */
export function fetcherWith(secretKey: string) {
  return async (request: GraphqlRequest, options?: FetcherOptions): Promise<unknown> => {
    const isIntrospection = request.operationName === 'IntrospectionQuery';
    const response = await fetch(addressOf('graphql'), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(isIntrospection && { authorization: `Bearer ${secretKey}` }),
        ...options?.headers,
      },
      body: JSON.stringify(request),
    });
    return response.json();
  };
}
