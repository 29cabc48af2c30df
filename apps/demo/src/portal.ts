import '@diplomaregister/elements/diploma-list';
import { forgetSession, readSession } from './portal-session/session.ts';
import { beginSignIn, endSignIn, leave, type SignInSettings } from './portal-session/sign-in.ts';
import { setting } from './setting.ts';

const settings: SignInSettings = {
  identity: new URL(setting('identity')),
  register: setting('register'),
  redirectUri: setting('redirect-uri'),
};

function part<Tag extends keyof HTMLElementTagNameMap>(selector: string, tag: Tag) {
  const element = document.querySelector<HTMLElementTagNameMap[Tag]>(selector);
  if (!element) throw new Error(`The page has no <${tag}> ${selector}.`);
  return element;
}

const list = part('diploma-list', 'diploma-list');
const signInButton = part('#sign-in', 'button');
const signOutButton = part('#sign-out', 'button');

type Status = 'expired' | 'cancelled' | 'failed';

function showStatus(status: Status | undefined): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-status]')) {
    line.hidden = line.dataset['status'] !== status;
  }
}

/** Hands the list the token of the session; without one it shows the way to sign in. */
function show(): void {
  const session = readSession();
  list.accessToken = session?.accessToken;
  signOutButton.hidden = session === undefined;
  if (session) setTimeout(endByTime, session.expiresAt - Date.now());
}

function endByTime(): void {
  if (readSession()) return;
  forgetSession();
  show();
  showStatus('expired');
}

signInButton.addEventListener('click', () => {
  showStatus(undefined);
  beginSignIn(settings).catch(() => showStatus('failed'));
});

signOutButton.addEventListener('click', () => {
  forgetSession();
  show();
  leave(settings).catch(() => undefined);
});

const result = await endSignIn(settings);
if (result === 'cancelled' || result === 'failed') showStatus(result);
show();
