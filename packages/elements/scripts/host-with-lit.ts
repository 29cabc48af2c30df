// A host page that draws with a Lit of its own.
import { html, render } from 'lit';

render(html`<p>Drawn by the host</p>`, document.body);
