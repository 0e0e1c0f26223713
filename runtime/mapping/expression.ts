import type { Expression, JsonataOptions } from 'jsonata';

/** Milliseconds of one evaluation. */
const mostMilliseconds = 250;
const mostDepth = 400;
/** Items of one list. */
const mostItems = 20_000;
const mostCharacters = 2_000_000;
/** Expressions kept compiled; stores are served for long, and have few. */
const mostCompiled = 500;

/** What an expression comes to is not known, in words for whoever wrote it. */
export class ExpressionFailed extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExpressionFailed';
  }
}

/** Stands in for the regular expressions that expressions can't have. */
class NoRegularExpressions {
  constructor() {
    throw new ExpressionFailed(
      'regular expressions are not taken here: use $contains, $split or $replace with texts.',
    );
  }
}

const options: JsonataOptions = {
  ...{ timeout: mostMilliseconds, stack: mostDepth, sequence: mostItems },
  // It is only ever constructed.
  RegexEngine: NoRegularExpressions as unknown as RegExpConstructor,
};

const compiled = new Map<string, Expression>();

function isRegularExpression(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ('type' in node && node.type === 'regex') return true;
  return Object.values(node).some(isRegularExpression);
}

/** JSONata throws objects that need be no errors. */
function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}

async function compile(text: string): Promise<Expression> {
  const known = compiled.get(text);
  if (known) return known;
  const { default: jsonata } = await import('jsonata');
  let expression: Expression;
  try {
    expression = jsonata(text, options);
  } catch (error) {
    const place =
      typeof error === 'object' && error !== null && 'position' in error
        ? ` (character ${error.position})`
        : '';
    throw new ExpressionFailed(`${messageOf(error)}${place}`, { cause: error });
  }
  if (isRegularExpression(expression.ast())) new NoRegularExpressions();
  if (compiled.size >= mostCompiled) compiled.clear();
  compiled.set(text, expression);
  return expression;
}

/** What is wrong with an expression, in words; undefined where nothing is. */
export async function faultOf(text: string): Promise<string | undefined> {
  try {
    await compile(text);
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionFailed) return error.message;
    throw error;
  }
}

/**
 * What an expression comes to, as plain data; undefined where it finds nothing.
 * @throws {ExpressionFailed} where it is not one, breaks off or comes to too much.
 */
export async function evaluate(text: string, input: Readonly<Record<string, unknown>>): Promise<unknown> {
  const expression = await compile(text);
  let result: unknown;
  try {
    result = await expression.evaluate(input);
  } catch (error) {
    throw new ExpressionFailed(messageOf(error), { cause: error });
  }
  // Lists of JSONata carry marks of their own, and functions are no data.
  const json: string | undefined = JSON.stringify(result);
  if (json === undefined) return undefined;
  if (json.length > mostCharacters)
    throw new ExpressionFailed(`it comes to more than ${mostCharacters} characters.`);
  return JSON.parse(json);
}
