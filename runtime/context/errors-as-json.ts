/** For `JSON.stringify` of what was logged: by itself it writes an error as `{}`. */
export function errorsAsJson(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { name, message, stack } = value;
  return { name, message, stack };
}
