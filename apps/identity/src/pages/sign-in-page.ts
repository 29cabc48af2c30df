import type { Account } from '../accounts/accounts.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';
import { type PageLanguage, type Words, words } from './words.ts';

/** Why the last try to sign in did not work. */
export type SignInFault = 'nobody-chosen' | 'not-a-test-bsn';

interface SignInPage {
  readonly language: PageLanguage;
  readonly cast: readonly Account[];
  /** Where the form goes, without query. */
  readonly action: string;
  readonly fault?: SignInFault;
}

/** Chooses one of the fictional people, or somebody else by a test BSN; which is never repeated. */
export function signInPage({ language, cast, action, fault }: SignInPage): string {
  const text = words[language].signIn;
  const other = language === 'nl' ? 'en' : 'nl';
  return page({
    language,
    title: text.title,
    otherLanguageUrl: `${action}?language=${other}`,
    content: html`<p class="lead">${text.lead}</p>
${fault && errorSummary(fault, text)}
<form method="post" action="${action}?language=${language}" autocomplete="off">
<fieldset>
<legend>${text.people}</legend>
${cast.map((account) => person(account.id, account.name, account.story[language], account.id === cast[0]?.id && fault === undefined))}
${person('other', text.other, text.otherStory, fault === 'not-a-test-bsn')}
<div class="field">
<label for="bsn">${text.bsn}</label>
<p class="hint" id="bsn-hint">${text.bsnHint}</p>
${fault === 'not-a-test-bsn' && html`<p class="error" id="bsn-error">${text.notATestBsn}</p>`}
<input id="bsn" name="bsn" type="text" inputmode="numeric" maxlength="9" spellcheck="false"
 aria-describedby="bsn-hint${fault === 'not-a-test-bsn' && html` bsn-error`}"${fault === 'not-a-test-bsn' && html` aria-invalid="true"`}>
</div>
</fieldset>
<details>
<summary>${text.assurance}</summary>
<fieldset>
<legend class="hint">${text.assuranceHint}</legend>
<label class="choice"><input type="radio" name="assurance" value="substantial" checked> ${text.substantial}</label>
<label class="choice"><input type="radio" name="assurance" value="low"> ${text.low}</label>
</fieldset>
</details>
<div class="actions">
<button type="submit">${text.submit}</button>
<button type="submit" name="cancel" value="yes" class="plain">${text.cancel}</button>
</div>
</form>`,
  });
}

function person(id: string, name: string, story: string, checked: boolean): Html {
  return html`<label class="person"><input type="radio" name="account" value="${id}"${checked && html` checked`}>
<span><span class="name">${name}</span> <span class="story">${story}</span></span></label>
`;
}

function errorSummary(fault: SignInFault, text: Words['signIn']): Html {
  const reason = fault === 'nobody-chosen' ? text.chooseSomebody : text.notATestBsn;
  return html`<div class="summary" role="alert"><h2>${text.errorTitle}</h2><p><a href="#bsn">${reason}</a></p></div>`;
}
