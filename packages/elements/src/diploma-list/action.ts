/** How far something is that was asked of the register. */
export type ActionState<Value> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running' }
  | { readonly phase: 'failed'; readonly error: unknown }
  | { readonly phase: 'done'; readonly value: Value };

/** Something that is asked of the register. Its state is that of the newest call. */
export class Action<Args extends readonly unknown[], Value> {
  #state: ActionState<Value> = { phase: 'idle' };
  #resets = 0;
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

  /** @returns the value; nothing when it failed or was reset in between. */
  async run(...args: Args): Promise<Value | undefined> {
    const resets = this.#resets;
    const running = { phase: 'running' } as const;
    this.#change(running);
    const state = await this.#attempt(args);
    if (this.#state === running) this.#change(state);
    return state.phase === 'done' && resets === this.#resets ? state.value : undefined;
  }

  /** Forgets the value; a call that runs goes on, and gives its value only to who made it. */
  leave(): void {
    this.#change({ phase: 'idle' });
  }

  /** Forgets the value; a call that runs has no effect any more. */
  reset(): void {
    this.#resets += 1;
    this.leave();
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
