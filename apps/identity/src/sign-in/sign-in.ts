import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import type { Accounts } from '../accounts/accounts.ts';
import { isTestBsn } from '../accounts/bsn.ts';
import { type SignInFault, signInPage } from '../pages/sign-in-page.ts';
import { languageOf } from '../pages/words.ts';
import { assuranceLevels } from '../provider/assurance.ts';
import { readForm } from './form.ts';

/** The page on which a visitor says who they are, and what becomes of the answer. */
export async function handleSignIn(
  request: IncomingMessage,
  response: ServerResponse,
  { provider, accounts }: { readonly provider: Provider; readonly accounts: Accounts },
): Promise<void> {
  // Refuses whoever has not the cookie that came with this very page.
  await provider.interactionDetails(request, response);
  const url = new URL(request.url ?? '/', 'http://localhost');
  const show = (status: number, fault?: SignInFault) => {
    const body = signInPage({
      language: languageOf(url.searchParams.get('language') ?? ''),
      cast: accounts.cast,
      action: url.pathname,
      ...(fault && { fault }),
    });
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(body);
  };
  switch (request.method) {
    case 'GET':
      return show(200);
    case 'POST': {
      const form = await readForm(request);
      const answer = readAnswer(form, accounts);
      if (typeof answer === 'string') return show(400, answer);
      return provider.interactionFinished(request, response, answer);
    }
    default:
      throw new errors.InvalidRequest('The method is not allowed', 405);
  }
}

function readAnswer(form: URLSearchParams, accounts: Accounts) {
  if (form.has('cancel')) {
    return { error: 'access_denied', error_description: 'The visitor does not want to sign in' };
  }
  const acr = assuranceLevels[form.get('assurance') === 'low' ? 'low' : 'substantial'];
  const bsn = (form.get('bsn') ?? '').replace(/\s/g, '');
  // A typed number counts, whoever is chosen above it.
  if (bsn !== '') {
    if (!isTestBsn(bsn)) return 'not-a-test-bsn';
    return { login: { accountId: accounts.forTestBsn(bsn).id, acr, remember: false } };
  }
  const chosen = accounts.cast.find(({ id }) => id === form.get('account'));
  if (!chosen) return 'nobody-chosen';
  return { login: { accountId: chosen.id, acr, remember: false } };
}
