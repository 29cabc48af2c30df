import { describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { button, createElement, inside, judgeAccessibility, textOf } from '../test-support/page.ts';

/** A page with what a server drew on it, before any element is there to take it over. */
function drawnPage(
  tag: 'diploma-verify' | 'diploma-list',
  attributes: Readonly<Record<string, string>>,
  lang = 'en',
) {
  const error = vi.spyOn(console, 'error');
  const page = document.createElement('form');
  page.lang = lang;
  document.body.append(page);
  onTestFinished(() => {
    page.remove();
    error.mockRestore();
  });
  const element = createElement(tag, attributes);
  const nodes = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
  const open = async () => {
    page.append(element);
    await Reflect.get(element, 'updateComplete');
  };
  return { page, element, nodes, open, error };
}

const kept = (nodes: readonly Element[]) => nodes.filter(({ isConnected }) => isConnected);

describe.runIf(inject('drawnOnServer'))('an element that a server drew', () => {
  it.each(['diploma-verify', 'diploma-list'] as const)('keeps every node: <%s>', async (tag) => {
    const { element, nodes, open, error } = drawnPage(tag, { lang: 'en' });
    const style = element.shadowRoot?.querySelector('style');
    expect(nodes.length).toBeGreaterThan(5);
    await open();
    expect(kept(nodes)).toEqual(nodes.filter((node) => node !== style));
    expect(element.shadowRoot?.adoptedStyleSheets.length).toBeGreaterThan(0);
    expect(error).not.toHaveBeenCalled();
    await judgeAccessibility(element);
  });

  it('speaks the language of the page where the server did not know it', async () => {
    const { element, nodes, open, error } = drawnPage('diploma-verify', {});
    expect(textOf(element, '.title')).toBe('Controleer een diploma');
    await open();
    expect(textOf(element)).toContain('Choose a file');
    expect(textOf(element)).not.toMatch(/Kies|Controleer|bestand/);
    expect(inside(element, '.card').lang).toBe('en-GB');
    expect(kept(nodes)).toHaveLength(nodes.length - 1);
    expect(error).not.toHaveBeenCalled();
  });

  it('says that a file stays when the form that it was drawn for is not there', async () => {
    const { page, element, open } = drawnPage('diploma-verify', { name: 'diploma', lang: 'en' });
    expect(textOf(element, '[part=privacy]')).toContain('is sent along');
    await open();
    expect(textOf(element, '[part=privacy]')).toContain('is sent along');
    page.after(element);
    onTestFinished(() => element.remove());
    await Reflect.get(element, 'updateComplete');
    expect(textOf(element, '[part=privacy]')).toContain('We do not send it anywhere');
  });

  it('is disabled by a group that the server did not know', async () => {
    const { page, element, open } = drawnPage('diploma-verify', { lang: 'en' });
    const group = document.createElement('fieldset');
    group.disabled = true;
    await open();
    page.append(group);
    group.append(element);
    await Reflect.get(element, 'updateComplete');
    expect(button(element, 'Check').matches(':disabled')).toBe(true);
  });

  it('keeps what was typed before', async () => {
    const { element, open } = drawnPage('diploma-verify', { lang: 'en' });
    inside<HTMLInputElement>(element, '#code').value = '7K3M';
    await open();
    expect(inside<HTMLInputElement>(element, '#code').value).toBe('7K3M');
  });

  it('shows what a script set before as a change', async () => {
    const { element, open, error } = drawnPage('diploma-verify', { lang: 'en' });
    Object.assign(element, { headingLevel: 4, shareCode: '7K3M-9QXA-T2VD-58HN-6CWP' });
    await open();
    expect(inside(element, '.title').getAttribute('aria-level')).toBe('4');
    expect(inside<HTMLInputElement>(element, '#code').value).toBe('7K3M-9QXA-T2VD-58HN-6CWP');
    expect(error).not.toHaveBeenCalled();
  });

  it('sends neither code nor PIN to an address before it is taken over', async () => {
    const { element } = drawnPage('diploma-verify', { lang: 'en' });
    expect(inside<HTMLFormElement>(element, 'form').method).toBe('dialog');
  });

  it('draws anew what another version drew', async () => {
    const { element, open, error } = drawnPage('diploma-verify', { lang: 'en' });
    error.mockImplementation(() => {});
    const [marker] = element.shadowRoot?.childNodes ?? [];
    for (const node of element.shadowRoot?.childNodes ?? []) {
      if (node instanceof Comment && node.data.startsWith('lit-part '))
        node.data = 'lit-part other';
    }
    await open();
    expect(marker?.isConnected).toBe(false);
    expect(error).toHaveBeenCalledOnce();
    expect(element.shadowRoot?.querySelectorAll('.card')).toHaveLength(1);
    await userEvent.fill(inside(element, '#code'), '7K3M');
    await userEvent.click(button(element, 'Check'));
    await expect.poll(() => textOf(element, '#code-problem')).toContain('20 letters and digits');
  });
});
