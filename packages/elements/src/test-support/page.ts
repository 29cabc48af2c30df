import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import axe from 'axe-core';
import { expect, inject, onTestFinished, vi } from 'vitest';
import { drawingKey } from './drawings.ts';

/**
 * A mock register behind the page's `fetch`. Asking for anything else fails the test. When it is slow no
 * test sees the answer, however busy the machine is.
 */
export async function startRegister(): Promise<MockRegister & { readonly asked: Request[] }> {
  const register = await createMockRegister({ slowness: 3_600_000 });
  const asked: Request[] = [];
  vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    expect(request.url.startsWith(register.url), request.url).toBe(true);
    asked.push(request.clone());
    return register.fetch(request);
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return Object.assign(register, { asked });
}

/** Holds up what changes something at the register, until the function is called that this gives. */
export function holdChanges(register: MockRegister): () => void {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const { fetch } = register;
  vi.spyOn(register, 'fetch').mockImplementation(async (...asked) => {
    const request = new Request(...asked);
    if (request.method !== 'GET') await held;
    return fetch(request);
  });
  return letGo;
}

/** Defines the tags as the page needs them: elements that take over from a server, or others. */
if (inject('drawnOnServer')) {
  await import('../define/hydrate/diploma-list.ts');
  await import('../define/hydrate/diploma-verify.ts');
} else {
  await import('../define/diploma-list.ts');
  await import('../define/diploma-verify.ts');
}

/** An element that is on no page yet: a new one, or one as a server drew it. */
export function createElement<Name extends 'diploma-verify' | 'diploma-list'>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Name] {
  const element = inject('drawnOnServer')
    ? asDrawn(name, attributes)
    : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function asDrawn<Name extends 'diploma-verify' | 'diploma-list'>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): HTMLElementTagNameMap[Name] {
  const root = inject('drawings')[drawingKey(name, attributes)];
  if (root === undefined) throw new Error(`No server drew ${drawingKey(name, attributes)}`);
  const page = document.createElement('div');
  page.setHTMLUnsafe(`<${name}>${root}</${name}>`);
  const element = page.querySelector(name);
  if (!element) throw new Error(`There is no <${name}>`);
  return element;
}

/** Puts an element on the page until the end of the test. */
export async function mount<Name extends 'diploma-verify' | 'diploma-list'>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> & { readonly lang?: string },
): Promise<HTMLElementTagNameMap[Name]> {
  const shareCode = String(Reflect.get(properties, 'shareCode') ?? '');
  const element = createElement(name, {
    ...(properties.lang && { lang: properties.lang }),
    ...(shareCode && { 'share-code': shareCode }),
  });
  Object.assign(element, properties);
  document.body.append(element);
  onTestFinished(() => element.remove());
  await element.updateComplete;
  return element;
}

/** What is in the element's shadow root and fits a selector. */
export function inside<Found extends HTMLElement = HTMLElement>(
  element: HTMLElement,
  selector: string,
): Found {
  const found = element.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}

/** The same once it is there: what is opened may have to load its code first. */
export async function appearing<Found extends HTMLElement = HTMLElement>(
  element: HTMLElement,
  selector: string,
): Promise<Found> {
  await expect.poll(() => element.shadowRoot?.querySelector(selector)).toBeTruthy();
  return inside<Found>(element, selector);
}

/** What the element's announcer is given to say from now on; empty when it falls silent. */
export function announcements(element: HTMLElement): () => readonly string[] {
  const said: string[] = [];
  const announcer = inside(element, '.card > [role=status]');
  const observer = new MutationObserver(() => said.push(announcer.textContent));
  observer.observe(announcer, { characterData: true, childList: true, subtree: true });
  onTestFinished(() => observer.disconnect());
  return () => said;
}

/** What an element shows, in one line. */
export function textOf(element: HTMLElement, selector = '.card'): string {
  return inside(element, selector).textContent.replaceAll(/\s+/g, ' ').trim();
}

/** The button whose words begin so. */
export function button(element: HTMLElement, words: string): HTMLButtonElement {
  const buttons = element.shadowRoot?.querySelectorAll('button') ?? [];
  const found = [...buttons].find((each) => each.textContent.trim().startsWith(words));
  if (!found) throw new Error(`There is no button "${words}"`);
  return found;
}

/**
 * Holds an element against the rules of WCAG 2.2 AA that a machine can judge. What is taken over from a
 * server is the same in the end, and is not judged twice.
 */
export async function expectAccessible(element: Element): Promise<void> {
  if (!inject('drawnOnServer')) await judgeAccessibility(element);
}

/** The same for what only a server draws. */
export async function judgeAccessibility(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // A piece of a page, which has its landmarks and its first heading elsewhere.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([]);
}

/** Gives the element a width, and expects that it needs no more. */
export async function expectToFit(element: HTMLElement, width: number): Promise<void> {
  element.style.width = `${width}px`;
  await new Promise(requestAnimationFrame);
  expect(element.scrollWidth).toBeLessThanOrEqual(width);
  const { right } = element.getBoundingClientRect();
  for (const part of element.shadowRoot?.querySelectorAll('*') ?? []) {
    if (part.matches('.visually-hidden, .visually-hidden *')) continue;
    expect(part.getBoundingClientRect().right, part.outerHTML.slice(0, 80)).toBeLessThanOrEqual(
      right + 1,
    );
  }
}

/**
 * Gives the text of an element as much room as readers may (WCAG 1.4.12), and expects that it still
 * fits and that nothing is cut off.
 */
export async function expectToFitWithSpacing(element: HTMLElement, width: number): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }`);
  const root = element.shadowRoot;
  if (!root) throw new Error('There is no shadow root');
  const own = root.adoptedStyleSheets;
  root.adoptedStyleSheets = [...own, sheet];
  await expectToFit(element, width);
  for (const part of root.querySelectorAll<HTMLElement>('.card *')) {
    if (part.matches('.visually-hidden, .visually-hidden *, textarea, input, select, option'))
      continue;
    const { overflowX, overflowY } = getComputedStyle(part);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    expect(part.scrollHeight, part.outerHTML.slice(0, 80)).toBeLessThanOrEqual(
      part.clientHeight + 1,
    );
    expect(part.scrollWidth, part.outerHTML.slice(0, 80)).toBeLessThanOrEqual(part.clientWidth + 1);
  }
  root.adoptedStyleSheets = own;
}
