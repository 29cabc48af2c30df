import '@diplomaregister/elements/diploma-list';
import { exampleAccessRecords, exampleDiplomas } from '@diplomaregister/contract/examples';
import type { DiplomaList } from '@diplomaregister/elements';
import type { MockRegister } from '@diplomaregister/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import {
  appearing,
  click,
  inDark,
  inEnglish,
  type ListArguments,
  nothingRegistered,
  ofVwo,
  renderList,
  type Scene,
  scene,
} from './list-scene.ts';

type Story = StoryObj<ListArguments>;

const meta: Meta<ListArguments> = {
  title: 'diploma-list/panels',
  component: 'diploma-list',
  args: { headingLevel: 2 },
  render: renderList,
};

export default meta;

/** A story in the list of a holder with diplomas. */
function ready(
  play: (scene: Scene) => Promise<void>,
  prepare?: (register: MockRegister) => void,
): NonNullable<Story['play']> {
  return scene('ready', prepare, play);
}

/** Fills in a field. */
async function fill(element: DiplomaList, selector: string, words: string): Promise<void> {
  const field = await appearing(element, selector);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) {
    throw new Error(`${selector} is no field`);
  }
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

// --- who looked ---------------------------------------------------------------------------------

const openAccessRecords = (selector: string) => async (each: Scene) => {
  await click(each.element, '#access-records');
  await appearing(each.element, selector);
};

export const AccessRecords: Story = { play: ready(openAccessRecords('.record')) };

export const AccessRecordsEnglish: Story = { ...AccessRecords, globals: inEnglish };

export const AccessRecordsDark: Story = { ...AccessRecords, globals: inDark };

export const AccessRecordsNone: Story = {
  play: ready(openAccessRecords('.panel .message'), ({ state }) => {
    state.accessRecords.length = 0;
  }),
};

/** More than are shown at once: older ones come when asked for. */
export const AccessRecordsMany: Story = {
  play: ready(
    async (each) => {
      await openAccessRecords('.record')(each);
      await click(each.element, '.records + .actions .button');
    },
    ({ state }) => {
      const [first] = exampleAccessRecords;
      if (!first) throw new Error('There is nothing to copy');
      for (let count = 0; count < 25; count += 1) {
        const accessedAt = new Date(Date.UTC(2026, 3, 28 - count, 9, 12)).toISOString();
        state.accessRecords.push({ ...first, id: crypto.randomUUID(), accessedAt });
      }
    },
  ),
};

export const AccessRecordsLoading: Story = {
  play: ready(async ({ element, register }) => {
    register.scenario = 'slow';
    await click(element, '#access-records');
    await appearing(element, '.panel');
  }),
};

export const AccessRecordsFailed: Story = {
  play: ready(async (each) => {
    each.register.scenario = 'down';
    await openAccessRecords('.problem')(each);
  }),
};

/** The page's token does not reach so far. */
export const AccessRecordsNotAllowed: Story = {
  play: ready(async ({ element, register }) => {
    let token: string = register.tokens.holder;
    element.accessToken = () => token;
    await waitFor(() => expect(element.matches(':state(ready)')).toBe(true));
    token = register.tokens.scopeless;
    await click(element, '#access-records');
    await appearing(element, '.problem');
  }),
};

// --- reports ------------------------------------------------------------------------------------

export const Reports: Story = {
  play: ready(async ({ element }) => {
    await click(element, '#correction-requests');
    await appearing(element, '.record');
  }),
};

export const ReportsEnglish: Story = { ...Reports, globals: inEnglish };

export const ReportsNone: Story = {
  play: ready(
    async ({ element }) => {
      await click(element, '#correction-requests');
      await appearing(element, '.panel .message');
    },
    ({ state }) => state.correctionRequests.clear(),
  ),
};

/** From the details of a diploma: that one is chosen already. */
export const ReportWrong: Story = {
  play: ready(async ({ element }) => {
    await click(element, `article:has(${ofVwo('download')}) [aria-expanded]`);
    await click(element, ofVwo('report'));
    const field = await appearing(element, '#report-diploma');
    await expect(field).toHaveValue(exampleDiplomas.vwo.id);
  }),
};

async function findSchool(element: DiplomaList, words: string): Promise<void> {
  await click(element, '#correction-requests');
  await click(element, '#new-report');
  await fill(element, '#report-institution', words);
  await click(element, '.find button');
}

/** The school is found by its name or city. */
export const ReportMissing: Story = {
  play: ready(async ({ element }) => {
    await findSchool(element, 'e');
    await appearing(element, '.institutions');
  }),
};

export const ReportMissingEnglish: Story = { ...ReportMissing, globals: inEnglish };

export const ReportMissingDark: Story = { ...ReportMissing, globals: inDark };

export const ReportNoSchoolFound: Story = {
  play: ready(async ({ element }) => {
    await findSchool(element, 'Kabouterdorp');
    await appearing(element, '.find ~ .soft');
  }),
};

/** Nothing was filled in: all that is missing is told at once. */
export const ReportIncomplete: Story = {
  play: ready(async ({ element }) => {
    await click(element, '#correction-requests');
    await click(element, '#new-report');
    await click(element, '[type=submit]');
    await appearing(element, '#report-text-problem .problem');
  }),
};

async function sendReport({ element }: Pick<Scene, 'element'>): Promise<void> {
  await findSchool(element, 'Arnhem');
  await click(element, '.institutions input');
  await fill(element, '#report-text', 'Ik mis mijn diploma Verzorgende uit 2009.');
  await click(element, '[type=submit]');
}

export const ReportSending: Story = {
  play: ready(async ({ element, register }) => {
    await findSchool(element, 'Arnhem');
    await fill(element, '#report-text', 'Ik mis mijn diploma Verzorgende uit 2009.');
    await click(element, '.institutions input');
    register.scenario = 'slow';
    await click(element, '[type=submit]');
    await appearing(element, '[type=submit][aria-disabled=true]');
  }),
};

export const ReportSent: Story = {
  play: ready(async (each) => {
    await sendReport(each);
    await waitFor(() => expect(each.register.state.correctionRequests.size).toBe(3));
    await waitFor(() => expect(each.element.shadowRoot?.querySelector('form')).toBeNull());
  }),
};

export const ReportFailed: Story = {
  play: ready(async ({ element, register }) => {
    await findSchool(element, 'Arnhem');
    await click(element, '.institutions input');
    await fill(element, '#report-text', 'Ik mis mijn diploma Verzorgende uit 2009.');
    register.scenario = 'down';
    await click(element, '[type=submit]');
    await appearing(element, 'form > [role=alert] .problem');
  }),
};

/** The register takes no more than so many in a day. */
export const ReportTooMany: Story = {
  play: ready(
    async (each) => {
      await sendReport(each);
      await appearing(each.element, 'form > [role=alert] .problem');
    },
    ({ state }) => {
      const createdAt = new Date(Date.now() - 60_000).toISOString();
      for (const request of [...state.correctionRequests.values()]) {
        for (let count = 0; count < 3; count += 1) {
          const id = crypto.randomUUID();
          state.correctionRequests.set(id, { ...request, id, createdAt });
        }
      }
    },
  ),
};

// --- a diploma is missing -----------------------------------------------------------------------

/** Asks which kind and which year, and answers. */
async function askCoverage({ element }: Pick<Scene, 'element'>, kind: string, year: string) {
  await userEvent.selectOptions(await appearing(element, '#kind'), kind);
  if (year) await fill(element, '#year', year);
  await appearing(element, 'div.answer');
}

export const MissingCovered: Story = {
  play: ready(async (each) => {
    await click(each.element, '.coverage summary');
    await askCoverage(each, 'hbo', String(new Date().getFullYear()));
  }),
};

export const MissingTooEarly: Story = {
  play: scene('empty', nothingRegistered, async (each) => {
    await askCoverage(each, 'mbo', '1998');
  }),
};

export const MissingPubliclyFundedEnglish: Story = {
  globals: inEnglish,
  play: scene('empty', nothingRegistered, async (each) => {
    await askCoverage(each, 'mbo', '2009');
  }),
};

export const MissingElsewhereDark: Story = {
  globals: inDark,
  play: scene('empty', nothingRegistered, async (each) => {
    await askCoverage(each, 'doctorate', '');
    await click(each.element, '.years summary');
  }),
};

export const MissingFailed: Story = {
  play: ready(async ({ element, register }) => {
    register.scenario = 'down';
    await click(element, '.coverage summary');
    await appearing(element, '.coverage .problem');
  }),
};
