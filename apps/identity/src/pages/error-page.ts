import { errors } from 'oidc-provider';
import { html } from './html.ts';
import { page } from './page.ts';
import { type PageLanguage, words } from './words.ts';

/** Says in plain words that signing in does not work; the code is for the portal's developer. */
export function errorPage(error: unknown, language: PageLanguage = 'nl'): string {
  const { title, ...reasons } = words[language].error;
  const code = error instanceof errors.OIDCProviderError ? error.error : 'server_error';
  return page({
    language,
    title,
    content: html`<p>${reasons[reasonOf(error)]}</p><p class="hint"><code>${code}</code></p>`,
  });
}

function reasonOf(error: unknown): 'expired' | 'unavailable' | 'refused' {
  if (error instanceof errors.SessionNotFound) return 'expired';
  return error instanceof errors.OIDCProviderError ? 'refused' : 'unavailable';
}
