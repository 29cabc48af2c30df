import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes every string, and nothing that is markup already', () => {
  const name = `<b>O'Neil & "Co"</b>`;
  expect(html`<p title="${name}">${html`<i>${name}</i>`}</p>`.markup).toBe(
    '<p title="&#60;b&#62;O&#39;Neil &#38; &#34;Co&#34;&#60;/b&#62;"><i>&#60;b&#62;O&#39;Neil &#38; &#34;Co&#34;&#60;/b&#62;</i></p>',
  );
});

it('leaves out what is not there', () => {
  expect(html`${false}${undefined}${[html`<hr>`, html`<br>`]}${0}`.markup).toBe('<hr><br>0');
});
