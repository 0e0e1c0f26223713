import { lineWidth, quote } from './layout.ts';

/** An annotation as a tree, so that it can be broken over lines the way `ruff format` breaks it. */
export type TypeText =
  | string
  | { readonly head: string; readonly of: readonly TypeText[] }
  | { readonly union: readonly TypeText[] };

export function literalOf(values: readonly (string | number)[]): TypeText {
  return {
    head: 'Literal',
    of: values.map((value) => (typeof value === 'string' ? quote(value) : String(value))),
  };
}

/** Members of unions inside are members of this one, each once. */
export function unionOf(members: readonly TypeText[]): TypeText {
  const flat = members.flatMap((member) =>
    typeof member === 'object' && 'union' in member ? member.union : [member],
  );
  const once = [...new Map(flat.map((member) => [flatText(member), member])).values()];
  const [only] = once;
  return only !== undefined && once.length === 1 ? only : { union: once };
}

export function flatText(type: TypeText): string {
  if (typeof type === 'string') return type;
  if ('union' in type) return type.union.map(flatText).join(' | ');
  return `${type.head}[${type.of.map(flatText).join(', ')}]`;
}

/** `name: type = default` of a class. */
export function annotatedField(indent: string, name: string, type: TypeText, tail: string): string {
  const head = `${indent}${name}: `;
  if (fits(head + flatText(type) + tail)) return `${head}${flatText(type)}${tail}\n`;
  if (typeof type === 'string' || !('union' in type)) return `${head}${broken(type, indent)}${tail}\n`;
  return `${head}(\n${indent}    ${within(type, `${indent}    `, 0)}\n${indent})${tail}\n`;
}

/** `Name: TypeAlias = A | B` of a module. */
export function typeAlias(name: string, type: TypeText): string {
  const head = `${name}: TypeAlias = `;
  if (fits(head + flatText(type))) return `${head}${flatText(type)}\n`;
  return `${head}(\n    ${within(type, '    ', 0)}\n)\n`;
}

/** `name: type = default,` of a function. */
export function annotatedParameter(indent: string, name: string, type: TypeText, tail: string): string {
  const head = `${indent}${name}: `;
  if (fits(`${head}${flatText(type)}${tail},`)) return `${head}${flatText(type)}${tail},\n`;
  if (typeof type === 'string' || !('union' in type)) return `${head}${broken(type, indent)}${tail},\n`;
  const members = type.union.map((member, index) => {
    const lead = index === 0 ? name.length + 2 : 2;
    const end = index === type.union.length - 1 ? tail.length + 1 : 0;
    const text = fits(indent + ' '.repeat(lead + end) + flatText(member))
      ? flatText(member)
      : broken(member, indent);
    return index === 0 ? text : `${indent}| ${text}`;
  });
  return `${head}${members.join('\n')}${tail},\n`;
}

function within(type: TypeText, indent: string, tail: number): string {
  if (fits(indent + flatText(type) + ' '.repeat(tail))) return flatText(type);
  if (typeof type === 'string' || !('union' in type)) return broken(type, indent);
  return type.union
    .map((member, index) => {
      const prefix = index === 0 ? '' : `${indent}| `;
      const isShort = fits(indent + (index === 0 ? '' : '| ') + flatText(member));
      return prefix + (isShort ? flatText(member) : broken(member, indent));
    })
    .join('\n');
}

/** What stands in brackets, a line each; a comma behind the last unless it is alone. */
function broken(type: TypeText, indent: string): string {
  if (typeof type === 'string' || 'union' in type) return flatText(type);
  const inner = `${indent}    `;
  const comma = type.of.length > 1 ? ',' : '';
  const lines = type.of.map((part) => `${inner}${within(part, inner, comma.length)}${comma}\n`);
  return `${type.head}[\n${lines.join('')}${indent}]`;
}

function fits(line: string): boolean {
  return line.length <= lineWidth;
}
