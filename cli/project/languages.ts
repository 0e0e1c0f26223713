import type { Language } from '../../codegen/index.ts';
import { usage } from '../cli-error.ts';
import { nearestName } from '../nearest-name.ts';

/** As people write them. */
export const languageNames: Readonly<Record<Language, string>> = {
  typescript: 'TypeScript',
  python: 'Python',
  go: 'Go',
};

export const languages = Object.keys(languageNames) as readonly Language[];

const shortNames: Readonly<Record<string, Language>> = { ts: 'typescript', py: 'python', golang: 'go' };

/**
 * The languages that a flag names, with commas between them: `ts,python`.
 * @throws {CliError} `invalid_flag`
 */
export function chosenLanguages(flag: string, text: string): Language[] {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const chosen = names.map((name) => {
    const language = shortNames[name] ?? languages.find((candidate) => candidate === name);
    if (language) return language;
    const nearest = nearestName(name, languages);
    throw usage('invalid_flag', `--${flag} can't be "${name}": there is ${languages.join(', ')}.`, {
      fix: nearest
        ? `Did you mean --${flag} ${nearest}?`
        : `Name one or several: --${flag} typescript,python,go.`,
    });
  });
  return [...new Set(chosen)];
}
