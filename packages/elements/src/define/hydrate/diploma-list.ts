/** Defines `<diploma-list>` for pages on which a server drew it. */
import type { PropertyValues } from 'lit';
import { DiplomaList } from '../../diploma-list/diploma-list.ts';
import { drawnRoot, takeOver } from '../../server/take-over.ts';
import { define } from '../define.ts';

class HydratedList extends DiplomaList {
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return drawnRoot(this, DiplomaList.elementStyles) ?? super.createRenderRoot();
  }

  protected override update(changed: PropertyValues): void {
    if (!this.hasUpdated) takeOver(this, () => this.render(), this.renderOptions);
    super.update(changed);
  }
}

define('diploma-list', HydratedList);

declare global {
  interface HTMLElementTagNameMap {
    'diploma-list': DiplomaList;
  }
}
