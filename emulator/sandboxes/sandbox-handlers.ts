import { type Config, parseConfig, type StoreConfig } from '../../runtime/config/index.ts';
import { problem } from '../../runtime/contract/problem.ts';
import type { ControlHandlers, ControlOutput } from '../controls/control.ts';
import type { SeedTemplates } from '../snapshots/seed-templates.ts';
import type { Template } from '../snapshots/template.ts';
import type { sandboxControls } from './sandbox-controls.ts';
import { sandboxProblems } from './sandbox-problems.ts';
import type { Sandbox, Sandboxes } from './sandboxes.ts';

export interface SandboxHandlersOptions {
  readonly sandboxes: Sandboxes;
  /** Base URLs of the simulators, for the main store. */
  readonly simulators: () => Readonly<Record<string, string>>;
  readonly seed: () => string;
  readonly config: () => StoreConfig;
  /** Loaded when first used. */
  readonly seeds: () => Promise<SeedTemplates>;
  /** @throws {Problem} `snapshot_not_found` */
  readonly snapshot: (name: string) => Template;
}

type Shown = ControlOutput<(typeof sandboxControls)['sandboxes.get']>;

function shown(sandbox: Sandbox, simulators: Readonly<Record<string, string>>): Shown {
  const { id, name, madeFrom, createdAt, endsAt, isKept, secretKey, publishableKey } = sandbox;
  const each = (value: (url: string) => string) =>
    Object.fromEntries(Object.entries(simulators).map(([provider, url]) => [provider, value(url)]));
  return {
    ...{ id, name, madeFrom, createdAt, endsAt, isKept, secretKey, publishableKey },
    simulators: each((url) => `${url}/${id}`),
    providerKeys: each(() => `_${id}`),
  };
}

function configOf(given: object): StoreConfig {
  try {
    // Checked by `parseConfig`, whatever it is.
    return parseConfig(given as Config).config;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw problem(sandboxProblems.unfitTemplate, { detail: `The config can not be used: ${detail}` });
  }
}

export function sandboxHandlers(options: SandboxHandlersOptions): ControlHandlers<typeof sandboxControls> {
  const { sandboxes } = options;
  const show = (sandbox: Sandbox) => shown(sandbox, options.simulators());

  async function seeded(seed: string, config: StoreConfig): Promise<Template> {
    try {
      return await (await options.seeds()).of(seed, config);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      throw problem(sandboxProblems.unfitTemplate, { detail });
    }
  }

  return {
    async 'sandboxes.create'({ name, snapshot, seed, config, expiresIn, keep = false }) {
      if (snapshot !== undefined && (seed !== undefined || config !== undefined)) {
        throw problem(sandboxProblems.unfitTemplate, {
          detail: 'A snapshot has data and a configuration of its own: leave `seed` and `config` out.',
        });
      }
      const template =
        snapshot === undefined
          ? await seeded(seed ?? options.seed(), config ? configOf(config) : options.config())
          : options.snapshot(snapshot);
      return show(await sandboxes.create({ template, name, expiresIn, isKept: keep }));
    },
    'sandboxes.list': async () => ({ sandboxes: (await sandboxes.list()).map(show) }),
    'sandboxes.get': async ({ id }) => show(await sandboxes.get(id)),
    'sandboxes.keep': async ({ id, keep = true, expiresIn }) =>
      show(await sandboxes.keep(id, keep, expiresIn)),
    async 'sandboxes.delete'({ id }) {
      await sandboxes.delete(id);
      return { id };
    },
  };
}
