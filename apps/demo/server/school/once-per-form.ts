import { createHash, randomUUID } from 'node:crypto';
import { type Html, html } from '../site/html.ts';

/** Stands in each form: it tells one that was sent twice from another that asks for the same. */
export function formId(): Html {
  return html`<input type="hidden" name="form" value="${randomUUID()}">
`;
}

/**
 * Does once what a form asks for, and answers the same when it comes again, as after a double click.
 * What failed is done anew.
 *
 * @param kept so many forms are remembered.
 */
export function oncePerForm<Result>(kept = 50) {
  const results = new Map<string, Promise<Result>>();
  return (form: URLSearchParams, perform: () => Promise<Result>): Promise<Result> => {
    const key = createHash('sha256').update(String(form)).digest('base64');
    const known = results.get(key);
    if (known) return known;
    const result = perform();
    results.set(key, result);
    result.catch(() => results.delete(key));
    const [oldest] = results.keys();
    if (results.size > kept && oldest !== undefined) results.delete(oldest);
    return result;
  };
}
