/** How far something is that was asked of the register. */
export type ActionState<Value> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running' }
  | { readonly phase: 'failed'; readonly error: unknown }
  | { readonly phase: 'done'; readonly value: Value };

/** Something that is asked of the register, one at a time: the newest call wins. */
export class Action<Args extends readonly unknown[], Value> {
  #state: ActionState<Value> = { phase: 'idle' };
  #calls = 0;
  readonly #perform: (...args: Args) => Promise<Value>;
  readonly #onChange: () => void;

  constructor(perform: (...args: Args) => Promise<Value>, onChange: () => void) {
    this.#perform = perform;
    this.#onChange = onChange;
  }

  get state(): ActionState<Value> {
    return this.#state;
  }

  get running(): boolean {
    return this.#state.phase === 'running';
  }

  /** The value of the last call that succeeded, unless a later one failed or it was reset. */
  get value(): Value | undefined {
    return this.#state.phase === 'done' ? this.#state.value : undefined;
  }

  /** @returns the value; nothing when it failed or when another call came in between. */
  async run(...args: Args): Promise<Value | undefined> {
    const call = ++this.#calls;
    this.#change({ phase: 'running' });
    const state = await this.#attempt(args);
    if (call !== this.#calls) return undefined;
    this.#change(state);
    return this.value;
  }

  /** Forgets the value; a call that runs has no effect any more. */
  reset(): void {
    this.#calls += 1;
    this.#change({ phase: 'idle' });
  }

  async #attempt(args: Args): Promise<ActionState<Value>> {
    try {
      return { phase: 'done', value: await this.#perform(...args) };
    } catch (error) {
      return { phase: 'failed', error };
    }
  }

  #change(state: ActionState<Value>): void {
    this.#state = state;
    this.#onChange();
  }
}
