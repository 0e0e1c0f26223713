/** An answer of the platform that was not a success, told in a test's output. */
export class UnexpectedAnswer extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(route: string, status: number, body: unknown) {
    super(`${route} was answered with ${status}: ${JSON.stringify(body)}`);
    this.name = 'UnexpectedAnswer';
    this.status = status;
    this.body = body;
  }
}

/** Bodies are asserted on, field by field; the generated client of a project has the types. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Body = any;

/** `ask('POST /v1/products', { title: 'Tea' })`, with the key of a store. */
export type Ask = (route: string, body?: object) => Promise<Body>;

export function createAsk(url: string, key: string): Ask {
  return async (route, body) => {
    const [method = 'GET', path = '/'] = route.split(' ');
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text === '' ? null : JSON.parse(text);
    if (response.ok) return answer;
    throw new UnexpectedAnswer(route, response.status, answer);
  };
}
