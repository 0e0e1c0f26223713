import { join } from 'node:path';
import type { GenerateOptions, Language } from '../../codegen/index.ts';
import type { SdkInput } from '../../runtime/config/index.ts';
import { refused } from '../cli-error.ts';
import { languages } from './languages.ts';
import { sourceFolder } from './source-folder.ts';

/** An SDK that a project keeps. */
export interface ProjectSdk {
  readonly language: Language;
  /** Absolute. */
  readonly folder: string;
  readonly options: Omit<GenerateOptions, 'contract' | 'language'>;
}

function declaredLanguages(sdk: SdkInput): readonly Language[] {
  const declared = languages.filter((language) => sdk[language] !== undefined);
  return declared.length > 0 ? declared : ['typescript'];
}

function usualFolder(directory: string, language: Language): string {
  return language === 'typescript' ? join(sourceFolder(directory), 'headlesspro') : join('sdk', language);
}

function requireApart(sdks: readonly ProjectSdk[]): void {
  for (const [index, { language, folder }] of sdks.entries()) {
    const other = sdks.slice(0, index).find((candidate) => candidate.folder === folder);
    if (!other) continue;
    throw refused(
      'sdk_folders',
      `The SDKs in ${language} and ${other.language} would be written into one folder, ${folder}.`,
      { fix: `Give each a folder of its own: sdk: { ${language}: { folder: 'sdk/${language}' } }.` },
    );
  }
}

/** The SDKs that the config of a project names, or those of the languages given. */
export function projectSdks(
  directory: string,
  sdk: SdkInput,
  chosen: readonly Language[] = declaredLanguages(sdk),
): ProjectSdk[] {
  const sdks = chosen.map((language) => ({
    language,
    folder: join(directory, sdk[language]?.folder ?? usualFolder(directory, language)),
    options: {
      without: sdk.without,
      importExtension: sdk.typescript?.importExtension,
      pythonPackage: sdk.python?.package,
      goModule: sdk.go?.module,
    },
  }));
  requireApart(sdks);
  return sdks;
}
