import type { Expression, JsonataOptions } from 'jsonata';
import { ExpressionFailed } from './expression-failed.ts';
import { pad } from './pad.ts';
import { plainData } from './plain-data.ts';

/** Milliseconds of one evaluation. */
const mostMilliseconds = 250;
const mostDepth = 400;
/** Items of one list. */
const mostItems = 20_000;
/** Expressions kept compiled; stores are served for long, and have few. */
const mostCompiled = 500;

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

/** Whether a part of a syntax tree, at any depth, is of a kind. */
function has(node: unknown, isOfKind: (node: object) => boolean): boolean {
  if (typeof node !== 'object' || node === null) return false;
  return isOfKind(node) || Object.values(node).some((part) => has(part, isOfKind));
}

function isRegularExpression(node: object): boolean {
  return 'type' in node && node.type === 'regex';
}

/** By whatever name it is called: it has to be named once. */
function isEvaluation(node: object): boolean {
  return 'type' in node && node.type === 'variable' && 'value' in node && node.value === 'eval';
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
  if (has(expression.ast(), isRegularExpression)) new NoRegularExpressions();
  if (has(expression.ast(), isEvaluation))
    throw new ExpressionFailed('$eval is not taken here: what it evaluates could not be checked before.');
  expression.registerFunction('pad', pad, '<s-ns?:s>');
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
  try {
    return plainData(await expression.evaluate(input));
  } catch (error) {
    if (error instanceof ExpressionFailed) throw error;
    throw new ExpressionFailed(messageOf(error), { cause: error });
  }
}
