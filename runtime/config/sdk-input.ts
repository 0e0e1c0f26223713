/**
 * The SDKs that `hp generate` writes and `hp dev` keeps up to date: a language is written where it is named. Local only;
 * never pushed.
 */
export interface SdkInput {
  /**
   * Services that the project doesn't use, such as `webhooks`: their methods, and the types that nothing else needs, are
   * left out.
   * @default []
   */
  readonly without?: readonly string[];
  readonly typescript?: TypeScriptSdkInput;
  readonly python?: PythonSdkInput;
  readonly go?: GoSdkInput;
}

interface FolderInput {
  /** Relative to the config's folder. */
  readonly folder?: string;
}

export interface TypeScriptSdkInput extends FolderInput {
  /**
   * What imports between the SDK's own files end in. Next's Turbopack wants `''`.
   * @default '.js'
   */
  readonly importExtension?: '.js' | '.ts' | '';
}

export interface PythonSdkInput extends FolderInput {
  /**
   * The package that is imported.
   * @default 'headlesspro_store'
   */
  readonly package?: string;
}

export interface GoSdkInput extends FolderInput {
  /**
   * Path of the module, which packages are imported by.
   * @default 'store.local/headlesspro'
   */
  readonly module?: string;
}
