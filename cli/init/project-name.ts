import { builtinModules } from 'node:module';

/** npm's rules for names of packages: https://docs.npmjs.com/cli/configuring-npm/package-json#name */
const allowed = /^[a-z0-9~-][a-z0-9._~-]*$/;

/** A name that npm takes, made from any words. */
export function suggestName(words: string): string {
  const name = words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9._~-]+/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '');
  return name === '' || nameFault(name) ? 'my-store' : name;
}

/** Why a name can't be used, or undefined. */
export function nameFault(name: string): string | undefined {
  if (name === '') return 'A name is needed.';
  if (name.length > 214) return 'A name has at most 214 characters.';
  if (name === 'node_modules' || name === 'favicon.ico' || builtinModules.includes(name))
    return `"${name}" is reserved.`;
  if (name === 'headlesspro') return '"headlesspro" is the name of the platform\'s own package.';
  if (!allowed.test(name))
    return `"${name}" can't be a package name: lower-case letters, digits, "-", "_" and "." only.`;
  return undefined;
}
