import { basename, resolve } from 'node:path';
import type { Language } from '../../codegen/index.ts';
import { refused, usage } from '../cli-error.ts';
import { nearestName } from '../nearest-name.ts';
import { askChoice, askText, askYesOrNo, type Terminal } from '../output/index.ts';
import { chosenLanguages } from '../project/languages.ts';
import { type CiSystem, ciSystems } from './ci/ci-file.ts';
import { type PackageManager, packageManagers, runningPackageManager } from './package-manager.ts';
import { nameFault, suggestName } from './project-name.ts';
import { mustBeEmpty } from './target-folder.ts';

/** As given on the command line; what is missing is asked, or takes its default. */
export interface InitFlags {
  readonly directory: string | undefined;
  readonly name: string | undefined;
  readonly template: string | undefined;
  readonly packageManager: string | undefined;
  readonly seed: string | undefined;
  readonly install: boolean | undefined;
  readonly git: boolean | undefined;
  readonly ci: string | undefined;
  readonly sdk: string | undefined;
  readonly yes: boolean;
}

export interface InitChoices {
  readonly target: string;
  readonly name: string;
  readonly template: string;
  readonly packageManager: PackageManager;
  readonly seed: string;
  readonly install: boolean;
  readonly git: boolean;
  /** Whose pipeline is written; never asked. */
  readonly ci: CiSystem | null;
  /** Never asked: the storefront needs TypeScript, and who wants more says so. */
  readonly sdk: readonly Language[];
}

interface Offer {
  readonly name: string;
  readonly summary: string;
}

/** Where questions may be asked. With `--yes`, or without a terminal, what has a default takes it. */
interface Asking {
  readonly terminal: Terminal;
  readonly isAsked: boolean;
  readonly templates: readonly Offer[];
  readonly seeds: readonly Offer[];
  readonly environment: NodeJS.ProcessEnv;
  readonly workingDirectory: string;
}

function mustBeOffered<T extends string>(flag: string, value: string, offered: readonly T[]): T {
  const found = offered.find((candidate) => candidate === value);
  if (found) return found;
  const nearest = nearestName(value, offered);
  throw usage('invalid_flag', `--${flag} can't be "${value}": there is ${offered.join(', ')}.`, {
    fix: nearest ? `Did you mean --${flag} ${nearest}?` : `Choose one of them: --${flag} ${offered[0]}.`,
  });
}

async function chooseDirectory(flags: InitFlags, asking: Asking): Promise<string> {
  if (flags.directory !== undefined) return flags.directory;
  if (flags.name !== undefined) return flags.name;
  if (flags.yes) return 'my-store';
  return askText(asking.terminal, {
    message: 'Name of the store and its folder',
    flag: '`hp init my-store`',
    default: 'my-store',
    validate: (answer) => nameFault(basename(resolve(asking.workingDirectory, answer))),
  });
}

function chooseName(flags: InitFlags, target: string): string {
  const name = flags.name ?? basename(target);
  const fault = nameFault(name);
  if (!fault) return name;
  const suggestion = suggestName(name);
  throw refused('invalid_name', fault, {
    fix: flags.name
      ? `Use --name ${suggestion}, say.`
      : `Name the folder ${suggestion}, say, or add --name ${suggestion}.`,
    details: { name, suggestion },
  });
}

async function chooseOne(
  asking: Asking,
  flag: string,
  value: string | undefined,
  message: string,
  offers: readonly Offer[],
): Promise<string> {
  const names = offers.map((offer) => offer.name);
  if (value !== undefined) return mustBeOffered(flag, value, names);
  const first = names[0] ?? '';
  if (!asking.isAsked || names.length < 2) return first;
  return askChoice(asking.terminal, {
    message,
    flag: `--${flag} ${first}`,
    choices: offers.map(({ name, summary }) => ({ value: name, name, description: summary })),
    default: first,
  });
}

/** The storefront is written against the SDK in TypeScript. */
function chooseSdks(flag: string | undefined): Language[] {
  const chosen = flag === undefined ? [] : chosenLanguages('sdk', flag);
  return ['typescript', ...chosen.filter((language) => language !== 'typescript')];
}

/** Every decision about a new project, from flags, questions and defaults; faults come before anything is made. */
export async function askChoices(flags: InitFlags, asking: Asking): Promise<InitChoices> {
  const { terminal, isAsked } = asking;
  const target = resolve(asking.workingDirectory, await chooseDirectory(flags, asking));
  mustBeEmpty(target);
  const ci = flags.ci === undefined ? null : mustBeOffered('ci', flags.ci, ciSystems);
  const sdk = chooseSdks(flags.sdk);
  const name = chooseName(flags, target);
  const template = await chooseOne(asking, 'template', flags.template, 'Storefront', asking.templates);
  const seed = await chooseOne(asking, 'seed', flags.seed, 'Products to start with', asking.seeds);
  const running = runningPackageManager(asking.environment);
  const managers = [running, ...packageManagers.filter((manager) => manager !== running)];
  const packageManager = mustBeOffered(
    'package-manager',
    await chooseOne(
      asking,
      'package-manager',
      flags.packageManager,
      'Package manager',
      managers.map((manager) => ({ name: manager, summary: '' })),
    ),
    packageManagers,
  );
  const yesOrNo = (value: boolean | undefined, message: string, flag: string) =>
    value ?? (isAsked ? askYesOrNo(terminal, { message, flag, default: true }) : true);
  const install = await yesOrNo(flags.install, `Install dependencies with ${packageManager}`, '--install');
  const git = await yesOrNo(flags.git, 'Start a git repository', '--git');
  return { target, name, template, packageManager, seed, install, git, ci, sdk };
}
