import type { SdkModel, SdkShape } from '../model/index.ts';
import { shapesIn } from '../model/index.ts';
import { checkNames } from './class-names.ts';
import { readCoreFiles } from './core-files.ts';
import { type Edition, storeEdition, storefrontEdition } from './edition.ts';
import { Imports } from './imports.ts';
import { printEntry } from './print-entry.ts';
import { printErrors } from './print-errors.ts';
import { printResource } from './print-resource.ts';
import { printShape } from './print-shape.ts';
import { printSurface } from './print-surface.ts';
import { importTimes } from './print-type.ts';
import { printWebhooks } from './print-webhooks.ts';

export type ImportExtension = '.js' | '.ts' | '';

/** The TypeScript SDK: path → text. */
export function printTypeScript(
  model: SdkModel,
  options: { readonly importExtension?: ImportExtension | undefined } = {},
): Map<string, string> {
  checkNames(model);
  const store = storeEdition(model);
  const storefront = storefrontEdition(model);
  const files = readCoreFiles();
  files.set(
    'core/error-codes.ts',
    withImports('core/error-codes', (imports) => printErrors(model, imports)),
  );
  for (const edition of [store, storefront]) {
    for (const [path, text] of printResources(model, edition)) files.set(path, text);
  }
  files.set(
    'index.ts',
    withImports('index', (imports) => printEntry(model, store, 'index', imports)),
  );
  if (storefront.resources.length > 0) {
    const print = (imports: Imports) => printEntry(model, storefront, 'storefront', imports);
    files.set('storefront.ts', withImports('storefront', print));
  }
  if (model.events.length > 0) {
    files.set(
      'webhooks.ts',
      withImports('webhooks', (imports) => printWebhooks(model, store, imports)),
    );
  }
  files.set('api.md', printSurface(model));
  return withExtension(files, options.importExtension ?? '.js');
}

/** Printers and the core write `.js`; a project whose bundler knows no such thing gets what it knows. */
function withExtension(files: Map<string, string>, extension: ImportExtension): Map<string, string> {
  if (extension === '.js') return files;
  return new Map(
    [...files].map(([path, text]) => [
      path,
      text.replace(/^((?:import|export|\}) .*from '\.[\w./-]+)\.js';$/gm, `$1${extension}';`),
    ]),
  );
}

/** A file a resource, with the shapes that stand beside it; for storefronts, only shapes that differ there. */
function printResources(model: SdkModel, edition: Edition): Map<string, string> {
  const shapes = edition.shapes.filter((shape) => edition.name === 'store' || shape.hidesFromVisitors);
  const resources = new Map(
    edition.resources.map((resource) => [edition.resourceFile(resource.path), resource]),
  );
  const shapesOf = new Map<string, SdkShape[]>([...resources.keys()].map((file) => [file, []]));
  for (const shape of shapes) {
    const file = edition.fileOf(shape);
    shapesOf.set(file, [...(shapesOf.get(file) ?? []), shape]);
  }
  return new Map(
    [...shapesOf].map(([name, own]) => [
      `${name}.ts`,
      withImports(name, (imports) => {
        const resource = resources.get(name);
        for (const shape of own) importFieldTypes(shape, edition, imports);
        return [
          ...(resource ? [printResource(resource, model, edition, imports)] : []),
          ...own.map((shape) => printShape(shape, edition)),
        ].join('\n');
      }),
    ]),
  );
}

function importFieldTypes(shape: SdkShape, edition: Edition, imports: Imports): void {
  for (const { type } of edition.fieldsOf(shape)) {
    importTimes(type, imports);
    for (const name of shapesIn(type)) {
      const other = edition.shapeNamed(name);
      if (other) imports.type(name, edition.fileOf(other));
    }
  }
}

function withImports(file: string, print: (imports: Imports) => string): string {
  const imports = new Imports(file);
  const body = print(imports);
  return imports.print() + body;
}
