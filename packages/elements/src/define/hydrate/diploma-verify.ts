/** Defines `<diploma-verify>` for pages on which a server drew it. */
import type { PropertyValues } from 'lit';
import { DiplomaVerify } from '../../diploma-verify/diploma-verify.ts';
import { drawnRoot, takeOver } from '../../server/take-over.ts';
import { define } from '../define.ts';

class HydratedVerify extends DiplomaVerify {
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return drawnRoot(this, DiplomaVerify.elementStyles) ?? super.createRenderRoot();
  }

  protected override update(changed: PropertyValues): void {
    if (!this.hasUpdated) takeOver(this, () => this.render(), this.renderOptions);
    super.update(changed);
  }
}

define('diploma-verify', HydratedVerify);

declare global {
  interface HTMLElementTagNameMap {
    'diploma-verify': DiplomaVerify;
  }
}
