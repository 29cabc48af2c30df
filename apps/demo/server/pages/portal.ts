import type { Configuration } from '../configuration.ts';
import { html } from '../site/html.ts';
import { pathOf, type SiteLanguage } from '../site/language.ts';
import type { Page } from '../site/page.ts';

const words = {
  nl: {
    organisation: 'MijnPortaal',
    title: 'Onderwijs',
    lead: 'Hier regelt u uw zaken met de overheid. Ook uw diploma’s.',
    signIn: 'U logt in met een nagemaakte DigiD. Daar kiest u wie u wilt zijn.',
    signInButton: 'Inloggen',
    signOut: 'Uitloggen',
    expired: 'U was 15 minuten ingelogd. Log opnieuw in.',
    failed: 'Inloggen lukte niet. Probeer het opnieuw.',
    cancelled: 'U bent niet ingelogd.',
    privacyTitle: 'Wat weet dit portaal?',
    privacy:
      'Uw burgerservicenummer zit versleuteld in het toegangsbewijs. Alleen het Diplomaregister kan het lezen. Dit portaal niet.',
  },
  en: {
    organisation: 'MijnPortaal',
    title: 'Education',
    lead: 'Manage your affairs with the government here. Your diplomas too.',
    signIn: 'You sign in with a stand-in for DigiD. There you choose who you want to be.',
    signInButton: 'Sign in',
    signOut: 'Sign out',
    expired: 'You were signed in for 15 minutes. Sign in again.',
    failed: 'We could not sign you in. Try again.',
    cancelled: 'You are not signed in.',
    privacyTitle: 'What does this portal know?',
    privacy:
      'Your citizen service number is encrypted inside the access token. Only the Diploma Register can read it. This portal cannot.',
  },
} as const;

/** The portal of a fictional government: sign in, then the list of diplomas. */
export function portalPage(
  language: SiteLanguage,
  { url, registerApi, identityUrl }: Configuration,
): Page {
  const text = words[language];
  return {
    language,
    path: 'portal/',
    theme: 'portal',
    organisation: { nl: words.nl.organisation, en: words.en.organisation },
    title: { nl: words.nl.title, en: words.en.title },
    entry: 'portal',
    settings: {
      register: registerApi,
      identity: identityUrl,
      // As it is registered at the sign-in service, to the letter.
      'redirect-uri': `${url}${pathOf('portal/', language)}`,
    },
    content: html`<div class="narrow">
<div class="page-head">
<h1>${text.title}</h1>
<button class="button plain" type="button" id="sign-out" hidden>${text.signOut}</button>
</div>
<p class="lead">${text.lead}</p>
<div role="status" id="portal-status">
<p class="note" data-status="expired" hidden>${text.expired}</p>
<p class="note" data-status="cancelled" hidden>${text.cancelled}</p>
<p class="note" data-status="failed" hidden>${text.failed}</p>
</div>
<diploma-list register="${registerApi}">
<div slot="signed-out" class="sign-in">
<p>${text.signIn}</p>
<p><button class="button" type="button" id="sign-in">${text.signInButton}</button></p>
</div>
</diploma-list>
<section class="quiet">
<h2>${text.privacyTitle}</h2>
<p>${text.privacy}</p>
</section>
</div>`,
  };
}
