import { describe, expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  button,
  createElement,
  expectAccessible,
  expectToFit,
  inside,
  startRegister,
  textOf,
} from '../test-support/page.ts';
import { DiplomaVerify } from './diploma-verify.ts';

const anotherPdf = new File(['%PDF-1.7\n%%EOF\n'], 'letter.pdf', { type: 'application/pdf' });

/** A host page's form with the element in it, and what was sent with it. */
async function setUp(attributes: Readonly<Record<string, string>> = {}) {
  const register = await startRegister();
  const form = document.createElement('form');
  form.lang = 'en';
  const element = createElement('diploma-verify', { name: 'diploma', required: '', ...attributes });
  Object.assign(element, { register: register.url, anchors: register.anchors });
  const send = document.createElement('button');
  send.textContent = 'Apply';
  form.append(element, send);
  const sent: FormData[] = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sent.push(new FormData(form));
  });
  onTestFinished(() => form.remove());
  document.body.append(form);
  await element.updateComplete;
  const apply = () => userEvent.click(send);
  return { register, form, element, sent, apply };
}

describe('<diploma-verify> in a form', () => {
  it('keeps a form from being sent without a diploma, and says why where one can mend it', async () => {
    const { element, sent, apply } = await setUp();
    expect(element).toBeInstanceOf(DiplomaVerify);
    await apply();
    expect(sent).toEqual([]);
    expect(element.validity.valueMissing).toBe(true);
    expect(element.validationMessage).toContain('Check a diploma first');
    expect(button(element, 'Choose a file')).toBe(element.shadowRoot?.activeElement);
    element.lang = 'nl';
    await expect.poll(() => element.validationMessage).toContain('Controleer eerst een diploma');
  });

  it('says that what is given goes along, and not that it stays', async () => {
    const { element, register } = await setUp();
    expect(textOf(element, '[part=privacy]')).toContain('is sent along with this form');
    expect(textOf(element)).not.toContain('We do not send it anywhere');
    await element.verify(register.extracts.dutch);
    await element.updateComplete;
    expect(textOf(element, '[part=note]')).toContain('is sent along with this form');
    await expectAccessible(element);
    await expectToFit(element, 320);
  });

  it('sends the file that is genuine, and no verdict', async () => {
    const { element, register, sent, apply } = await setUp();
    await element.verify(register.extracts.dutch);
    await element.updateComplete;
    await apply();
    const [fields] = sent.map((data) => [...data]);
    expect(fields?.map(([name]) => name)).toEqual(['diploma']);
    const file = fields?.[0]?.[1];
    if (!(file instanceof File)) throw new Error('There is no file');
    expect(file.name).toBe('dutch.pdf');
    expect(await file.arrayBuffer()).toEqual(await register.extracts.dutch.arrayBuffer());
  });

  it('sends code and PIN of a share', async () => {
    const { element, register, sent, apply } = await setUp();
    const { code, pin } = register.shares.active;
    await element.verify({ shareCode: code, pin });
    await element.updateComplete;
    await apply();
    expect(sent.map((data) => [...data])).toEqual([
      [
        ['diploma-code', code],
        ['diploma-pin', pin],
      ],
    ]);
  });

  it.each([
    ['that is not genuine', 'normal'],
    ['that could not be checked', 'down'],
  ] as const)('refuses a file %s, at the verdict', async (_what, scenario) => {
    const { element, register, form, sent, apply } = await setUp();
    register.scenario = scenario;
    await element.verify(scenario === 'down' ? register.extracts.dutch : anotherPdf);
    await element.updateComplete;
    await apply();
    expect(sent).toEqual([]);
    expect([...new FormData(form)]).toEqual([]);
    expect(element.validity.customError).toBe(true);
    expect(textOf(element, '[part=note]')).toBe(element.validationMessage);
    expect(inside(element, '.verdict-title')).toBe(element.shadowRoot?.activeElement);
  });

  it('cannot be sent while it checks', async () => {
    const { element, register, sent, apply } = await setUp();
    register.scenario = 'slow';
    void element.verify(register.extracts.dutch);
    await expect.poll(() => element.matches(':state(checking)')).toBe(true);
    await apply();
    expect(sent).toEqual([]);
    expect(element.validationMessage).toContain('checking');
    element.reset();
  });

  it('lets a form go without a diploma where none is required', async () => {
    const { element, sent, apply } = await setUp();
    element.required = false;
    await element.updateComplete;
    await apply();
    expect(sent.map((data) => [...data])).toEqual([[]]);
  });

  it('begins again when the form is reset', async () => {
    const { element, register, form } = await setUp();
    await element.verify(register.extracts.dutch);
    form.reset();
    await element.updateComplete;
    expect(element.matches(':state(idle)')).toBe(true);
    expect([...new FormData(form)]).toEqual([]);
    expect(form.checkValidity()).toBe(false);
  });

  it('takes and sends nothing while it is disabled', async () => {
    const { element, register, form } = await setUp();
    await element.verify(register.extracts.dutch);
    const group = document.createElement('fieldset');
    group.disabled = true;
    form.prepend(group);
    group.append(element);
    await element.updateComplete;
    expect(button(element, 'Check').matches(':disabled')).toBe(true);
    expect([...new FormData(form)]).toEqual([]);
    expect(form.checkValidity()).toBe(true);
    await expectAccessible(element);
    group.disabled = false;
    await element.updateComplete;
    expect(button(element, 'Check').matches(':disabled')).toBe(false);
  });

  it('is disabled by its property, as frameworks set it, and by its attribute alike', async () => {
    const { element } = await setUp({ disabled: '' });
    const check = () => button(element, 'Check').matches(':disabled');
    expect([element.disabled, check()]).toEqual([true, true]);
    element.disabled = false;
    await element.updateComplete;
    expect([element.hasAttribute('disabled'), check()]).toEqual([false, false]);
    element.disabled = true;
    await element.updateComplete;
    expect([element.hasAttribute('disabled'), check()]).toEqual([true, true]);
  });

  it('takes the focus where one begins, as any field', async () => {
    const { element, register } = await setUp();
    element.focus();
    expect(button(element, 'Choose a file')).toBe(element.shadowRoot?.activeElement);
    await element.verify(register.extracts.dutch);
    await element.updateComplete;
    document.body.focus();
    element.focus();
    expect(inside(element, '.verdict-title')).toBe(element.shadowRoot?.activeElement);
  });

  it('outside of a form says that the file stays', async () => {
    const { element, form } = await setUp();
    form.after(element);
    onTestFinished(() => element.remove());
    await element.updateComplete;
    expect(textOf(element, '[part=privacy]')).toContain('We do not send it anywhere');
  });
});
