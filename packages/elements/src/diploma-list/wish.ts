import { newIdempotencyKey } from '@diplomaregister/sdk';

/**
 * The idempotency key of something that a holder wants made. It stays the same while the same is
 * asked again, since the answer to the first time may have got lost on the way; what is asked with
 * other content, or once more after it was made, is another wish.
 */
export class Wish {
  #content: string | undefined;
  #key = '';

  /** Makes what is asked, with the key that goes with it. */
  async make<Request, Value>(
    request: Request,
    create: (request: Request, options: { readonly idempotencyKey: string }) => Promise<Value>,
  ): Promise<Value> {
    const content = JSON.stringify(request);
    if (content !== this.#content) this.#key = newIdempotencyKey();
    this.#content = content;
    const idempotencyKey = this.#key;
    const value = await create(request, { idempotencyKey });
    if (this.#key === idempotencyKey) this.forget();
    return value;
  }

  /** Forgets what was asked last. */
  forget(): void {
    this.#content = undefined;
  }
}
