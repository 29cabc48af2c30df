import type { KoaContextWithOIDC } from 'oidc-provider';
import { html, trusted } from './html.ts';
import { page } from './page.ts';
import { languageOf, words } from './words.ts';

/**
 * Ends the session: by script at once, or by the button where there is none.
 *
 * @param form made by oidc-provider; its id is `op.logoutForm`.
 */
export function signOutPage(context: KoaContextWithOIDC, form: string): void {
  const language = languageOf(String(context.oidc.params?.['ui_locales'] ?? ''), context);
  const { title, lead, submit } = words[language].signOut;
  context.type = 'html';
  context.body = page({
    language,
    title,
    script: '/sign-out.js',
    content: html`<p>${lead}</p>
${trusted(form)}
<button type="submit" form="op.logoutForm" name="logout" value="yes">${submit}</button>`,
  });
}

/** Shown when the portal gave no page to go back to. */
export function signedOutPage(context: KoaContextWithOIDC): void {
  const language = languageOf('', context);
  const { doneTitle, done } = words[language].signOut;
  context.type = 'html';
  context.body = page({ language, title: doneTitle, content: html`<p>${done}</p>` });
}
