import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkSdk } from '../../codegen/index.ts';
import { loadConfig } from '../../runtime/config/index.ts';
import { storefrontScript } from '../dev/storefront.ts';
import { explainFailure } from '../explain-failure.ts';
import { languageNames } from '../project/languages.ts';
import { projectSdks } from '../project/project-sdks.ts';
import { findRunning } from '../project/running-store.ts';
import { sdkFiles } from '../project/sdk-files.ts';
import type { Check } from './finding.ts';

export const checkConfig: Check = async ({ project, directory }) => {
  if (!project) {
    return {
      subject: 'Config',
      state: 'remark',
      message: `no headlesspro.config.ts in ${directory} or above it`,
      fix: 'Go to the folder of a store to have it looked at, or make one with `hp init my-store`.',
    };
  }
  try {
    const { config } = await loadConfig(project.configFile);
    const types = config.productTypes.length;
    return {
      subject: 'Config',
      state: 'fine',
      message: `"${config.name}": ${types} product ${types === 1 ? 'type' : 'types'}, ${config.currencies.join(', ')}`,
    };
  } catch (error) {
    const { message, where } = explainFailure(error, ['doctor']);
    const place = where ? ` (${relative(directory, where.file)}:${where.line}:${where.column})` : '';
    return { subject: 'Config', state: 'fault', message: message + place, fix: 'Mend that line.' };
  }
};

export const checkMail: Check = async ({ project }) => {
  if (!project) return undefined;
  const loaded = await loadConfig(project.configFile).catch(() => undefined);
  // A config that can't be used is told already.
  if (!loaded) return undefined;
  const { mail } = loaded.config;
  if (mail?.smtp) {
    const message = `goes out by the server in ${mail.smtp.url.env} when hosted; \`hp dev\` shows it in its inbox`;
    return { subject: 'Mail', state: 'fine', message };
  }
  return {
    subject: 'Mail',
    state: 'remark',
    message: `hosted, mails to customers would stay queued: the config has no ${mail ? 'mail.smtp' : 'mail'}`,
    fix: "Set mail: { from: 'Store <orders@example.com>', smtp: { url: env('SMTP_URL') } }.",
  };
};

export const checkSdks: Check = async ({ project, directory }) => {
  if (!project) return undefined;
  const config = await loadConfig(project.configFile).catch(() => undefined);
  // A config that can't be used is told already.
  if (!config) return undefined;
  const sdks = projectSdks(project.directory, config.project.sdk);
  const files = sdkFiles(config.config, sdks);
  const stale: string[] = [];
  for (const [index, { folder }] of sdks.entries()) {
    const { differences } = checkSdk(folder, files[index] ?? new Map());
    if (differences.length > 0)
      stale.push(`${relative(directory, folder)} is not up to date (${differences.length} files)`);
  }
  if (stale.length === 0) {
    const names = sdks.map(({ language }) => languageNames[language]).join(', ');
    return { subject: 'SDK', state: 'fine', message: `${names}: up to date` };
  }
  return {
    subject: 'SDK',
    state: 'remark',
    message: stale.join('; '),
    fix: 'Run `hp generate`; `hp dev` does it too.',
  };
};

export const checkStorefront: Check = async ({ project }) => {
  if (!project) return undefined;
  if (!storefrontScript(project.directory)) {
    return {
      subject: 'Storefront',
      state: 'remark',
      message: 'package.json has no script "storefront", so `hp dev` runs the platform alone',
      fix: 'Add one that starts its dev server: "storefront": "vite".',
    };
  }
  if (!existsSync(join(project.directory, 'node_modules'))) {
    return {
      subject: 'Storefront',
      state: 'fault',
      message: 'its dependencies are not installed',
      fix: 'Run `npm install` (or pnpm, yarn) in the project.',
    };
  }
  return { subject: 'Storefront', state: 'fine', message: 'its script and dependencies are there' };
};

export const checkPermissions: Check = async ({ project }) => {
  if (!project) return undefined;
  const { stateDirectory, directory } = project;
  const folder = existsSync(stateDirectory) ? stateDirectory : directory;
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return {
      subject: 'Permissions',
      state: 'fault',
      message: `${folder} can't be written to`,
      fix: `Give yourself the right: \`chmod u+w ${folder}\`.`,
    };
  }
  const keys = join(stateDirectory, 'keys.json');
  const isOpen = process.platform !== 'win32' && existsSync(keys) && (statSync(keys).mode & 0o077) !== 0;
  if (isOpen) {
    return {
      subject: 'Permissions',
      state: 'fault',
      message: 'other users of this machine can read .headlesspro/keys.json',
      fix: `Take that away: \`chmod 600 ${keys}\`.`,
    };
  }
  return { subject: 'Permissions', state: 'fine', message: 'local state is writable, keys are private' };
};

export const checkRunning: Check = async ({ project }) => {
  if (!project) return undefined;
  const running = await findRunning(project);
  return {
    subject: 'Running',
    state: 'fine',
    message: running ? `at ${running.url || 'its start'}, process ${running.pid}` : 'not now',
  };
};
