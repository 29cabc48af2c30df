import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { describe, expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  button,
  createElement,
  expectAccessible,
  expectToFit,
  inside,
  mount,
  startRegister,
  textOf,
} from '../test-support/page.ts';
import type { DiplomaVerify } from './diploma-verify.ts';

const anotherPdf = new File(['%PDF-1.7\n%%EOF\n'], 'brief.pdf', { type: 'application/pdf' });

async function setUp(properties: Partial<DiplomaVerify> = {}) {
  const register = await startRegister();
  const element = await mount('diploma-verify', {
    register: register.url,
    anchors: register.anchors,
    ...properties,
  });
  return { register, element };
}

async function changed(file: File): Promise<File> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  bytes[400] = (bytes[400] ?? 0) ^ 1;
  return new File([bytes], file.name, { type: file.type });
}

function drop(element: HTMLElement, ...files: readonly File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const options = { bubbles: true, cancelable: true, composed: true, dataTransfer };
  inside(element, '.drop').dispatchEvent(new DragEvent('dragover', options));
  inside(element, '.drop').dispatchEvent(new DragEvent('drop', options));
}

function verdictOn(element: DiplomaVerify): Promise<string> {
  return new Promise((resolve) => {
    const done = ({ verdict }: { readonly verdict: { readonly outcome: string } }) =>
      resolve(verdict.outcome);
    element.addEventListener('diploma-verdict', done, { once: true });
  });
}

function problemOf(element: DiplomaVerify): Promise<string> {
  return new Promise((resolve) => {
    element.addEventListener('diploma-problem', ({ problem }) => resolve(problem), { once: true });
  });
}

describe('<diploma-verify> is accessible and announces', () => {
  it.each(['nl', 'en'])('before a check, in %s', async (lang) => {
    const { element } = await setUp({ lang });
    await expectAccessible(element);
  });

  it.each([
    ['genuine', 'Dit uittreksel is echt'],
    ['altered', 'Dit uittreksel is veranderd'],
    ['not-an-extract', 'Dit is geen uittreksel'],
    ['superseded', 'Er is een nieuwere versie'],
    ['withdrawn', 'Er is een diploma ingetrokken'],
    ['inconclusive', 'Nog niet te zeggen'],
  ] as const)('the verdict %s on a file', async (outcome, words) => {
    const { element, register } = await setUp({ lang: 'nl' });
    const extract = register.extracts.dutch;
    if (outcome === 'superseded') register.supersede(exampleDiplomas.vwo.id);
    if (outcome === 'withdrawn') register.withdraw(exampleDiplomas.vwo.id);
    if (outcome === 'inconclusive') register.scenario = 'down';
    const files = { altered: await changed(extract), 'not-an-extract': anotherPdf };
    const file = Object.hasOwn(files, outcome) ? files[outcome as keyof typeof files] : extract;

    expect((await element.verify(file))?.outcome).toBe(outcome);
    await element.updateComplete;

    // Said once: by the heading that has the focus, and not by the live region too.
    expect(element.shadowRoot?.activeElement?.textContent?.trim()).toBe(words);
    expect(inside(element, '[role=status]').textContent).toBe('');
    expect(element.matches(`:state(${outcome})`)).toBe(true);
    await expectAccessible(element);
    await expectToFit(element, 320);
  });

  it.each([
    ['active', 'genuine'],
    ['expired', 'share-expired'],
    ['revoked', 'share-revoked'],
    ['locked', 'share-locked'],
  ] as const)('the verdict on a share that is %s', async (name, outcome) => {
    const { element, register } = await setUp();
    const { code, pin } = register.shares[name];
    expect((await element.verify({ shareCode: code, pin }))?.outcome).toBe(outcome);
    await element.updateComplete;
    expect(inside(element, '.verdict-title')).toBe(element.shadowRoot?.activeElement);
    await expectAccessible(element);
  });

  it('the verdict where the visitor went on elsewhere, and leaves the focus there', async () => {
    const { element, register } = await setUp({ lang: 'en' });
    const next = document.createElement('input');
    next.setAttribute('aria-label', 'Next question');
    document.body.append(next);
    onTestFinished(() => next.remove());
    const done = element.verify(register.extracts.dutch);
    next.focus();
    expect((await done)?.outcome).toBe('genuine');
    await element.updateComplete;
    expect(document.activeElement).toBe(next);
    expect(inside(element, '[role=status]').textContent).toMatch(
      /^This extract is genuine\. Sealed/,
    );
  });

  it('that it is checking', async () => {
    const { element, register } = await setUp({ lang: 'en' });
    register.scenario = 'slow';
    const done = element.verify(register.extracts.dutch);
    await expect.poll(() => inside(element, '[role=status]').textContent).toContain('checking');
    expect(element.matches(':state(checking)')).toBe(true);
    await expectAccessible(element);
    element.reset();
    expect(await done).toBe(undefined);
  });
});

describe('<diploma-verify> with a file', () => {
  it('compares with whom the host page takes the holder for, before anything else', async () => {
    const { element, register } = await setUp({ lang: 'en' });
    element.holder = { name: 'Jan Bakker', birthDate: '1990-01-01' };
    expect((await element.verify(register.extracts.dutch))?.outcome).toBe('genuine');
    await element.updateComplete;

    expect(inside(element, '[part=compare]').textContent).toContain('not the same');
    const order = [...element.renderRoot.querySelectorAll('[part=compare], [part=diploma]')];
    expect(order.map((each) => each.getAttribute('part'))).toEqual(['compare', 'diploma']);
  });

  it('says for whom and what a dropped extract is, with each check in words', async () => {
    const { element, register } = await setUp({ lang: 'en' });
    const verdict = verdictOn(element);
    drop(element, register.extracts.dutch);
    expect(await verdict).toBe('genuine');
    const text = textOf(element);
    const { holder, institution } = exampleDiplomas.vwo;
    expect(text).toContain(holder.familyName);
    expect(text).toContain(institution.name);
    expect(text).toContain('Example, no value');
    expect(text).toContain('identity document');
    expect(text.match(/Correct/g)).toHaveLength(4);
    // The subjects have English names here, and the two short heads are explained to everyone.
    expect(textOf(element, '[part=marks] caption')).toBe(
      'Marks SE is the school exam, CE the central exam.',
    );
  });

  it('takes no file while it is disabled, and keeps the browser from opening it instead', async () => {
    const { element, register } = await setUp();
    element.disabled = true;
    await element.updateComplete;
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(register.extracts.dutch);
    const over = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer });
    inside(element, '.drop').dispatchEvent(over);
    expect(over.defaultPrevented).toBe(true);
    expect(element.matches(':state(dragging)')).toBe(false);
    drop(element, register.extracts.dutch);
    await element.updateComplete;
    expect(element.matches(':state(idle)')).toBe(true);
  });

  it('leaves text alone that is dropped into a field', async () => {
    const { element, register } = await setUp();
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', register.shares.active.code);
    const options = { bubbles: true, cancelable: true, composed: true, dataTransfer };
    const dropped = new DragEvent('drop', options);
    inside(element, '#code').dispatchEvent(dropped);
    expect(dropped.defaultPrevented).toBe(false);
  });

  it('sends the file nowhere', async () => {
    const { element, register } = await setUp();
    await element.verify(register.extracts.dutch);
    expect(register.asked.length).toBeGreaterThan(0);
    expect(register.asked.map(({ method, body }) => [method, body])).toEqual(
      register.asked.map(() => ['GET', null]),
    );
  });

  it('shows each of three diplomas with its own standing', async () => {
    const { element, register } = await setUp({ lang: 'nl' });
    register.supersede(exampleDiplomas.vocational.id);
    register.withdraw(exampleDiplomas.havo.id);
    expect((await element.verify(register.extracts.three))?.outcome).toBe('withdrawn');
    await element.updateComplete;
    const tags = [...(element.shadowRoot?.querySelectorAll('.tag') ?? [])];
    expect(tags.map(({ textContent }) => textContent).toSorted()).toEqual([
      'Geldig',
      'Ingetrokken',
      'Vervangen',
    ]);
  });

  it('shows nothing of a file that was changed', async () => {
    const { element, register } = await setUp();
    await element.verify(await changed(register.extracts.dutch));
    await element.updateComplete;
    expect(textOf(element)).not.toContain(exampleDiplomas.vwo.holder.familyName);
  });

  it('tries again when the register can be reached again, and keeps the focus', async () => {
    const { element, register } = await setUp({ lang: 'en' });
    register.scenario = 'down';
    await element.verify(register.extracts.dutch);
    await element.updateComplete;
    expect(textOf(element)).toContain('This does not mean that it is fake');

    register.scenario = 'normal';
    const verdict = verdictOn(element);
    await userEvent.click(button(element, 'Try again'));
    expect(await verdict).toBe('genuine');
    expect(inside(element, '.verdict-title')).toBe(element.shadowRoot?.activeElement);
  });

  it.each([
    ['file-empty', [new File([], 'leeg.pdf')]],
    ['file-too-large', [new File([new Uint8Array(16 * 1024 * 1024 + 1)], 'groot.pdf')]],
    ['file-not-pdf', [new File(['een foto'], 'foto.jpg')]],
    ['several-files', [anotherPdf, anotherPdf]],
  ] as const)('says in clear words: %s', async (problem, files) => {
    const { element, register } = await setUp();
    const found = problemOf(element);
    drop(element, ...files);
    expect(await found).toBe(problem);
    expect(textOf(element, '[role=alert] .problem').length).toBeGreaterThan(20);
    expect(register.asked).toEqual([]);
    await expectAccessible(element);
  });

  it('begins again, with the focus on its heading', async () => {
    const { element, register } = await setUp({ lang: 'en' });
    await element.verify(register.extracts.dutch);
    await userEvent.click(button(element, 'Check another'));
    await element.updateComplete;
    expect(element.matches(':state(idle)')).toBe(true);
    expect(inside(element, '.title')).toBe(element.shadowRoot?.activeElement);
  });
});

describe('<diploma-verify> with a share code', () => {
  it('takes a code as people type it, by keyboard alone', async () => {
    const { element, register } = await setUp({ lang: 'nl' });
    const { code, pin } = register.shares.active;
    const verdict = verdictOn(element);
    button(element, 'Kies een bestand').focus();
    await userEvent.keyboard(`{Tab}${code.toLowerCase().replaceAll('-', ' ')}{Tab}${pin}{Enter}`);
    expect(await verdict).toBe('genuine');
  });

  it('asks only for the PIN when the page knows the code', async () => {
    const { element, register } = await setUp();
    element.shareCode = register.shares.active.code;
    await element.updateComplete;
    expect(inside<HTMLInputElement>(element, '#code').value).toBe(register.shares.active.code);
    expect(inside(element, '.ways').firstElementChild?.matches('form')).toBe(true);
    expect(inside(element, '[part~=button-primary]').matches('form button')).toBe(true);
  });

  it('goes to the field that is wrong, and says what is', async () => {
    const { element } = await setUp({ lang: 'en' });
    const found = problemOf(element);
    await userEvent.click(button(element, 'Check'));
    expect(await found).toBe('code-malformed');
    const field = inside(element, '#code');
    expect(field).toBe(element.shadowRoot?.activeElement);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(textOf(element, '#code-problem')).toContain('20 letters and digits');
    await expectAccessible(element);
  });

  it('keeps what was typed in one field when the other is wrong', async () => {
    const { element, register } = await setUp();
    await userEvent.fill(inside(element, '#code'), '7K3M');
    await userEvent.fill(inside(element, '#pin'), '123456');
    const found = problemOf(element);
    await userEvent.keyboard('{Enter}');
    expect(await found).toBe('code-malformed');
    expect(inside<HTMLInputElement>(element, '#pin').value).toBe('123456');
    expect(register.asked).toEqual([]);
  });

  it('lets a wrong PIN be mended without typing the code again', async () => {
    const { element, register } = await setUp({ lang: 'en' });
    const { code, pin } = register.shares.active;
    const wrong = pin === '000000' ? '111111' : '000000';
    expect((await element.verify({ shareCode: code, pin: wrong }))?.outcome).toBe('pin-wrong');
    await element.updateComplete;
    await userEvent.click(button(element, 'Enter the code again'));
    await element.updateComplete;
    expect(inside<HTMLInputElement>(element, '#code').value).toBe(code);
    expect(inside(element, '#pin')).toBe(element.shadowRoot?.activeElement);
  });

  it('begins with the code that the page has now, not with the one that was typed before', async () => {
    const { element, register } = await setUp({ lang: 'en' });
    const { code, pin } = register.shares.active;
    element.shareCode = code;
    const wrong = pin === '000000' ? '111111' : '000000';
    await element.verify({ shareCode: code, pin: wrong });
    await element.updateComplete;
    await userEvent.click(button(element, 'Enter the code again'));
    element.shareCode = '7K3M-9QXA-T2VD-58HN-6CWP';
    await element.updateComplete;
    expect(inside<HTMLInputElement>(element, '#code').value).toBe('7K3M-9QXA-T2VD-58HN-6CWP');
  });

  it('says how seals are trusted of a file alone: a share has none', async () => {
    const { element, register } = await setUp({ lang: 'en' });
    const { code, pin } = register.shares.active;
    for (const [input, trusts] of [
      [register.extracts.english, true],
      [{ shareCode: code, pin }, false],
    ] as const) {
      expect((await element.verify(input))?.outcome).toBe('genuine');
      await element.updateComplete;
      const terms = [...inside(element, '[part=about]').querySelectorAll('dt')];
      expect(terms.some(({ textContent }) => textContent === 'Trust')).toBe(trusts);
    }
  });

  it('goes to the code where the register does not know it', async () => {
    const { element, register } = await setUp({ lang: 'en' });
    const { pin } = register.shares.active;
    const shareCode = '0000-0000-0000-0000-0000';
    expect((await element.verify({ shareCode, pin }))?.outcome).toBe('share-unknown');
    await element.updateComplete;
    await userEvent.click(button(element, 'Enter the code again'));
    await element.updateComplete;
    expect(inside(element, '#code')).toBe(element.shadowRoot?.activeElement);
  });
});

describe('<diploma-verify> in any page', () => {
  it.each<[string, (element: DiplomaVerify) => void]>([
    [
      'are taken away',
      (element) => {
        for (const name of ['share-code', 'heading-level', 'name']) element.removeAttribute(name);
      },
    ],
    [
      'are nothing to a framework',
      (element) => {
        const nothing = { shareCode: undefined, headingLevel: undefined, name: undefined };
        Object.assign(element, nothing);
      },
    ],
  ])('is as it was at first when its attributes %s', async (_, take) => {
    const { element } = await setUp({ lang: 'en' });
    const form = document.createElement('form');
    document.body.append(form);
    onTestFinished(() => form.remove());
    form.append(element);
    const given = { 'share-code': '7K3M', 'heading-level': 'four', name: 'diploma' };
    for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
    await element.updateComplete;
    expect(inside(element, '.title').getAttribute('aria-level')).toBe('2');
    expect(textOf(element, '[part=privacy]')).toContain('is sent along');
    take(element);
    await element.updateComplete;
    expect(inside(element, '.title').getAttribute('aria-level')).toBe('2');
    expect(inside<HTMLInputElement>(element, '#code').value).toBe('');
    expect(inside(element, '.ways').firstElementChild?.matches('form')).toBe(false);
    expect(textOf(element, '[part=privacy]')).toContain('We do not send it anywhere');
  });

  it('draws a verdict that was there before it came onto the page', async () => {
    const register = await startRegister();
    const element = createElement('diploma-verify', { lang: 'en' });
    Object.assign(element, { register: register.url, anchors: register.anchors });
    expect((await element.verify(register.extracts.english))?.outcome).toBe('genuine');
    document.body.append(element);
    onTestFinished(() => element.remove());
    await element.updateComplete;
    expect(getComputedStyle(inside(element, '.banner')).display).toBe('grid');
  });

  it('speaks the language of the nearest ancestor that states one, and follows it', async () => {
    const { element } = await setUp();
    const section = document.createElement('section');
    section.lang = 'en';
    document.body.append(section);
    section.append(element);
    await expect.poll(() => textOf(element, '.title')).toBe('Check a diploma');
    section.lang = 'nl-BE';
    await expect.poll(() => textOf(element, '.title')).toBe('Controleer een diploma');
    section.remove();
  });

  it('speaks the language of where it is moved to', async () => {
    const { element } = await setUp();
    const sections = ['nl', 'en'].map((lang) => {
      const section = document.createElement('section');
      section.lang = lang;
      document.body.append(section);
      onTestFinished(() => section.remove());
      return section;
    });
    const titles: string[] = [];
    for (const section of sections) {
      section.append(element);
      await element.updateComplete;
      titles.push(textOf(element, '.title'));
    }
    expect(titles).toEqual(['Controleer een diploma', 'Check a diploma']);
  });

  it('goes on with a check when the page moves it, and ends it when the page takes it away', async () => {
    const { element, register } = await setUp();
    const moved = element.verify(register.extracts.dutch);
    document.body.prepend(element);
    expect((await moved)?.outcome).toBe('genuine');
    const takenAway = element.verify(register.extracts.dutch);
    element.remove();
    expect(await takenAway).toBe(undefined);
    document.body.append(element);
    await element.updateComplete;
    expect(element.matches(':state(genuine)')).toBe(true);
    const { code, pin } = register.shares.active;
    const asking = element.verify({ shareCode: code, pin });
    element.remove();
    expect(await asking).toBe(undefined);
    await element.updateComplete;
    expect(element.matches(':state(idle)')).toBe(true);
  });

  it('shows no verdict of a register that it does not ask any more', async () => {
    const { element, register } = await setUp();
    const late = element.verify(register.extracts.dutch);
    element.register = 'https://other.register.example/v1';
    expect(await late).toBe(undefined);
    element.register = register.url;
    await element.updateComplete;
    await element.verify(register.extracts.dutch);
    await element.updateComplete;
    expect(element.matches(':state(genuine)')).toBe(true);
    element.register = 'https://other.register.example/v1';
    await element.updateComplete;
    expect(element.matches(':state(idle)')).toBe(true);
  });

  it('leaves the attributes of its author alone', async () => {
    const { element, register } = await setUp();
    const before = element.getAttributeNames();
    await element.verify(register.extracts.dutch);
    await element.updateComplete;
    expect(element.getAttributeNames()).toEqual(before);
  });

  it('shows only the newest check', async () => {
    const { element, register } = await setUp();
    const first = element.verify(anotherPdf);
    const second = element.verify(register.extracts.dutch);
    expect(await first).toBe(undefined);
    expect((await second)?.outcome).toBe('genuine');
  });
});
