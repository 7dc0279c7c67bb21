/**
 * The value at a path such as `indicators[id=workers_per_1000].norms[0].met`, `areas.length` or `areas[area=社区01].values`:
 * a name steps into an object, `[n]` takes the n-th of a list, `[key=text]` the only one whose key has that text.
 * undefined where nothing stands there; throws where a `[key=text]` fits several.
 */
export function atPath(value: unknown, path: string): unknown {
  return steps(path).reduce(
    (at, step) => (at === undefined || at === null ? undefined : take(at, step)),
    value,
  );
}

function steps(path: string): string[] {
  const found = path.match(/\[[^\]]+\]|[^.[\]]+/g) ?? [];
  if (found.length === 0) throw new Error(`No path: “${path}”`);
  return found;
}

function take(value: unknown, step: string): unknown {
  const choice = /^\[([^=\]]+)(?:=(.*))?\]$/.exec(step);
  if (!choice) return (value as Record<string, unknown>)[step];
  const [, key = "", text] = choice;
  if (!Array.isArray(value)) return undefined;
  if (text === undefined) return value[Number(key)];
  const fitting = value.filter((item) => String((item as Record<string, unknown>)[key]) === text);
  if (fitting.length > 1) throw new Error(`${fitting.length} items have ${key} = “${text}”`);
  return fitting[0];
}
