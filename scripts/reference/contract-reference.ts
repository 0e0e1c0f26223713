import { parseConfig } from '../../runtime/config/index.ts';
import { type Contract, createContract } from '../../runtime/contract/contract.ts';
import type { Operation } from '../../runtime/contract/operation.ts';
import type { ProblemDefinition } from '../../runtime/contract/problem.ts';
import { problems } from '../../runtime/contract/problems.ts';
import { publishableScopes, scopes } from '../../runtime/contract/scope.ts';

/** What every store has, whatever its attributes: the surfaces that don't depend on a configuration. */
function platformContract(): Contract {
  return createContract(parseConfig({ name: 'Any store' }).config);
}

function header(file: string): string {
  return `<!-- Written by scripts/reference from ${file}; do not edit. -->`;
}

function inlineCode(text: string): string {
  return `\`${text}\``;
}

function isForPublishableKeys(operation: Operation): boolean {
  return operation.scopes.every((scope) => publishableScopes.includes(scope));
}

function operationRow(operation: Operation): string {
  const cells = [
    inlineCode(operation.id),
    inlineCode(operation.http),
    operation.graphql ? inlineCode(operation.graphql) : '',
    operation.scopes.map(inlineCode).join(' '),
    isForPublishableKeys(operation) ? 'yes' : '',
    operation.summary,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** docs/reference/operations.md: every operation with its routes and who may call it. */
export function operationReference(): string {
  const operations = [...platformContract().operations.values()];
  return [
    header('runtime/contract/'),
    '# Operations and permissions',
    'One row an operation: its method in the SDKs, its route, its field in GraphQL, and the scopes that a key needs',
    '(all of them). A publishable key (`hp_pk_…`) may call those marked so; a secret key those that its scopes allow.',
    'Inputs, outputs and errors are at `/reference` and `/v1/openapi.json` of a running store.',
    '',
    '| operation | REST | GraphQL | scopes | publishable | |',
    '|---|---|---|---|---|---|',
    ...operations.map(operationRow),
    '',
    '## Scopes',
    '| scope | allows |',
    '|---|---|',
    ...Object.entries(scopes).map(([scope, meaning]) => `| ${inlineCode(scope)} | ${meaning} |`),
    '',
  ].join('\n');
}

function declaredProblems(): ProblemDefinition[] {
  const ofOperations = [...platformContract().operations.values()].flatMap(({ errors }) => errors);
  const byCode = new Map(
    [...Object.values(problems), ...ofOperations].map((definition) => [definition.code, definition]),
  );
  return [...byCode.values()].sort((left, right) => left.status - right.status);
}

/** docs/reference/errors.md: every code that an answer can carry. */
export function errorReference(): string {
  return [
    header('runtime/contract/'),
    '# Errors',
    'A refusal is `application/problem+json` (RFC 9457) in REST, and the same members in `extensions` of a GraphQL',
    'error. Switch on `code`: it never changes. `detail` says what happened this time, `hint` what to do next,',
    '`errors[]` which places of the input are at fault (JSON pointers), and `requestId` finds it in the log.',
    '',
    '| code | status | meaning | what to do |',
    '|---|---|---|---|',
    ...declaredProblems().map(
      ({ code, status, title, hint }) => `| ${inlineCode(code)} | ${status} | ${title} | ${hint} |`,
    ),
    '',
  ].join('\n');
}

/** docs/reference/events.md: every type of event. */
export function eventReference(): string {
  const events = [...platformContract().events.values()];
  return [
    header('runtime/contract/'),
    '# Events',
    'Written in the transaction of the change they tell of, and delivered at least once, in order for each resource.',
    '',
    '| type | when |',
    '|---|---|',
    ...events.map(({ type, summary }) => `| ${inlineCode(type)} | ${summary} |`),
    '',
  ].join('\n');
}
