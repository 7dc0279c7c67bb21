/** Values by id, each computed when it is first asked for: of thousands of areas a report shows a few, and of each a few figures. */
export class OnDemand<V> implements Iterable<[string, V]> {
  private known: Map<string, V | undefined> | undefined;

  constructor(
    private readonly ids: readonly string[],
    private readonly compute: (id: string) => V | undefined,
  ) {}

  /** The value; undefined where the id has none. */
  get(id: string): V | undefined {
    if (this.known?.has(id)) return this.known.get(id);
    const value = this.compute(id);
    this.known ??= new Map();
    this.known.set(id, value);
    return value;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** All values, in the order of the ids. Those computed on the way are not kept: of thousands of areas they would fill the memory. */
  *[Symbol.iterator](): Iterator<[string, V]> {
    for (const id of this.ids) {
      const value = this.known?.has(id) ? this.known.get(id) : this.compute(id);
      if (value !== undefined) yield [id, value];
    }
  }
}
