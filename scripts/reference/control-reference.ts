import type { Control } from '../../emulator/controls/control.ts';
import { controls } from '../../emulator/controls/index.ts';
import { problems } from '../../runtime/contract/problems.ts';

interface Described {
  readonly type?: string;
  readonly description?: string;
  readonly anyOf?: readonly Described[];
  readonly items?: Described;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
}

function typeOf(schema: Described): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  return schema.type ?? 'any';
}

function fieldRows(title: string, { properties, ...schema }: Control['input']): string[] {
  const required: readonly string[] = schema.required ?? [];
  const fields = Object.entries(properties);
  if (fields.length === 0) return [];
  return [
    '',
    `| ${title} | type | |`,
    '|---|---|---|',
    ...fields.map(([name, field]) => {
      const { description = '' } = field as Described; // JSON Schema as plain data
      const mark = required.includes(name) ? '' : ' (optional)';
      return `| \`${name}\`${mark} | ${typeOf(field as Described)} | ${description} |`;
    }),
  ];
}

function section(control: Control): string[] {
  const { id, http, summary, description, input, output, errors, isStream } = control;
  const codes = errors.map(({ code }) => `\`${code}\``);
  return [
    '',
    `## \`${id}\``,
    `\`${http}\``,
    '',
    `${summary}.${isStream ? ' Answers with Server-Sent Events, a message each.' : ''}`,
    ...(description ? ['', description] : []),
    ...fieldRows('input', input),
    ...('properties' in output ? fieldRows('answer', output as Control['input']) : []),
    ...(codes.length > 0 ? ['', `Errors: ${codes.join(', ')}.`] : []),
  ];
}

/** docs/reference/emulator-api.md: what the emulator offers beside the platform. */
export function controlReference(): string {
  return [
    '<!-- Written by scripts/reference from emulator/controls/; do not edit. -->',
    "# The emulator's own API",
    'What an emulator offers beside the platform, below `/_emulator/v1` of the same address. Ask with a secret key',
    '(`authorization: Bearer hp_sk_…`): the key says which store or sandbox it is about. GET and DELETE take their input',
    'from the query string, other methods from a JSON body. Any control may refuse with',
    `\`${problems.invalidInput.code}\`, \`${problems.unauthenticated.code}\` or \`${problems.forbidden.code}\`, as the platform does (see errors.md).`,
    ...Object.values<Control>(controls).flatMap(section),
    '',
  ].join('\n');
}
