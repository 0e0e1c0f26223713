import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Config, Plugin, settings } from '@oclif/core';
import { Ansis } from 'ansis';
import { describeCommand, rootHelp } from '../../cli/help/index.ts';
import { oclifManifest } from '../../cli/main.ts';
import { dist } from './entry-points.ts';

/** What every command takes, so that help and parsing load only the command that runs; and the first screen. */
export async function writeCommandManifest(): Promise<void> {
  settings.enableAutoTranspile = false;
  const pjson = oclifManifest();
  const plugin = new Plugin({
    root: dist,
    pjson,
    isRoot: true,
    name: pjson.name,
    ignoreManifest: true,
    errorOnManifestCreate: true,
  });
  await plugin.load();
  writeFileSync(join(dist, 'oclif.manifest.json'), JSON.stringify(plugin.manifest));
  const config = await Config.load({ root: dist, pjson });
  const commands = config.commands.filter((command) => !command.hidden).map(describeCommand);
  const { version } = config;
  writeFileSync(join(dist, 'version.txt'), `${version}\n`);
  writeFileSync(join(dist, 'help.txt'), `${rootHelp(commands, version, new Ansis(0))}\n`);
  writeFileSync(join(dist, 'help.ansi.txt'), `${rootHelp(commands, version, new Ansis(3))}\n`);
}
