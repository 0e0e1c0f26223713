const timeName =
  /(?:^|[_[])(?:created|create_time|update_time|expir\w*|start_time|end_time|gte?|lte?|arrival_date|\w+_(?:at|on|before|after|time))\]?$/;
const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
/** Seconds of times from 2001 to 2096. */
const seconds = /^[1-3]\d{9}$/;

/** When something is asked is another time in each run, and no reason for another answer. */
export function withoutTimes(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutTimes(each, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutTimes(inner, key)]));
  const text = String(value);
  return written.test(text) || (timeName.test(name) && seconds.test(text)) ? '{time}' : value;
}

/** An answer with its times as far from now as they were from then: what ran out in an hour does so again. */
export function movedTimes(value: unknown, milliseconds: number, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => movedTimes(each, milliseconds, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, movedTimes(inner, milliseconds, key)]),
    );
  if (typeof value === 'number' && timeName.test(name) && seconds.test(String(value)))
    return value + Math.round(milliseconds / 1000);
  if (typeof value === 'string' && written.test(value))
    return new Date(Date.parse(value) + milliseconds).toISOString();
  return value;
}
