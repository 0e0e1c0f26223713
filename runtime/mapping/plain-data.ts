import { ExpressionFailed } from './expression-failed.ts';

const mostCharacters = 2_000_000;

/** Functions of JSONata are objects, which hold the input and all that it was evaluated in. */
function isFunction(value: unknown): boolean {
  if (typeof value === 'function') return true;
  if (typeof value !== 'object' || value === null) return false;
  return '_jsonata_lambda' in value || '_jsonata_function' in value;
}

/** Counts what is about to be written, because a small result may name one large part thousands of times. */
function counting(): (key: string, value: unknown) => unknown {
  let characters = 0;
  return (key, value) => {
    if (isFunction(value)) throw new ExpressionFailed('it comes to a function, which is no data.');
    characters += key.length + (typeof value === 'string' ? value.length : 1);
    if (characters > mostCharacters)
      throw new ExpressionFailed(`it comes to more than ${mostCharacters} characters.`);
    return value;
  };
}

/**
 * A result of JSONata, whose lists carry marks of their own, as plain data; undefined where nothing was found.
 * @throws {ExpressionFailed} where it is a function, has one in it, or is too large.
 */
export function plainData(result: unknown): unknown {
  const json: string | undefined = JSON.stringify(result, counting());
  return json === undefined ? undefined : JSON.parse(json);
}
