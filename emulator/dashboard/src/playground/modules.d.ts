/** Monaco looks for this when it starts. */
declare var MonacoEnvironment: { getWorker(id: string, label: string): Worker } | undefined;

// These packages have types of their own files, but not for how Vite loads them.
declare module 'monaco-editor/esm/vs/editor/editor.worker.js?worker' {
  const EditorWorker: new () => Worker;
  export default EditorWorker;
}
declare module 'monaco-editor/esm/vs/language/json/json.worker.js?worker' {
  const JsonWorker: new () => Worker;
  export default JsonWorker;
}
declare module 'monaco-graphql/esm/graphql.worker.js?worker' {
  const GraphqlWorker: new () => Worker;
  export default GraphqlWorker;
}
