/** Values by id, each computed when it is first asked for: of thousands of areas a report shows a few, and of each a few figures. */
export class OnDemand<V> implements Iterable<[string, V]> {
  private readonly known = new Map<string, V | undefined>();

  constructor(
    private readonly ids: readonly string[],
    private readonly compute: (id: string) => V | undefined,
  ) {}

  /** The value; undefined where the id has none. */
  get(id: string): V | undefined {
    if (this.known.has(id)) return this.known.get(id);
    const value = this.compute(id);
    this.known.set(id, value);
    return value;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** All values, in the order of the ids. */
  *[Symbol.iterator](): Iterator<[string, V]> {
    for (const id of this.ids) {
      const value = this.get(id);
      if (value !== undefined) yield [id, value];
    }
  }
}
