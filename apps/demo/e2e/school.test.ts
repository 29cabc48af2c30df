import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { correctFamilyName, withdraw } from './back-office.ts';
import { checkFile } from './checker.ts';
import { type Demo, type DemoPage, visitDemo } from './demo.ts';
import { type DownloadOptions, diploma, downloadExtract, signIn } from './holder.ts';

let demo: Demo;
let school: DemoPage;
let employer: DemoPage;

beforeAll(async () => {
  demo = await visitDemo();
  school = await demo.openPage();
  employer = await demo.openPage();
  await employer.goto('/employer/');
});
afterAll(() => demo.close());

async function extractOf(id: string, options: DownloadOptions): Promise<Buffer> {
  const holder = await demo.openPage();
  await signIn(holder, id);
  return downloadExtract(holder, options);
}

describe('a school', () => {
  it('withdraws a diploma, and the extract that was genuine says so', async () => {
    const extract = await extractOf('sem', { title: 'Natuur en Techniek' });
    expect(await checkFile(employer, extract)).toBe('Dit uittreksel is echt');
    await withdraw(school, {
      institution: '98AA',
      name: 'Sem de Boer',
      programme: 'Havo, Natuur en Techniek',
    });
    expect(await checkFile(employer, extract)).toBe('Er is een diploma ingetrokken');
    expect(await employer.locator('diploma-verify').getByText('Boer').count()).toBe(0);
  });

  it('corrects a name, and the old extract says that there is a newer version', async () => {
    const programme = 'Zelfstandig werkend kok';
    const extract = await extractOf('ruben', { title: programme });
    await correctFamilyName(
      school,
      { institution: '98CC', name: 'Rubén Ikenna van ’t Wilgenhof', programme },
      'Wilgenhof-Şahin',
    );
    expect(await checkFile(employer, extract)).toBe('Er is een nieuwere versie');
    const verdict = employer.locator('diploma-verify');
    await verdict.getByText('Wilgenhof').first().waitFor();
    expect(await verdict.getByText('Şahin').count()).toBe(0);

    const again = await extractOf('ruben', { title: programme });
    expect(await checkFile(employer, again)).toBe('Dit uittreksel is echt');
    await verdict.getByText('Wilgenhof-Şahin').first().waitFor();
  });

  it('withdraws one of two diplomas of an extract: each has its own standing', async () => {
    const extract = await extractOf('lies', { title: 'Mbo-Verpleegkunde', others: 1 });
    await withdraw(school, {
      institution: '98CC',
      name: 'Liesbeth ’t Hooft',
      programme: 'Mbo-Verpleegkunde',
    });
    expect(await checkFile(employer, extract)).toBe('Er is een diploma ingetrokken');
    const verdict = employer.locator('diploma-verify');
    await verdict.getByText('Geldig', { exact: true }).waitFor();
    await verdict.getByText('Ingetrokken', { exact: true }).waitFor();
    await verdict.getByText('Health Economics, Policy and Law').first().waitFor();
    expect(await verdict.getByText('Mbo-Verpleegkunde').count()).toBe(0);
  });

  it('delivers a diploma, which its holder sees at once', async () => {
    await school.goto('/school/98CC/');
    await school.getByLabel('Voornamen').last().fill('Agnieszka');
    await school.getByLabel('Achternaam').last().fill('Wiśniewska');
    await school.getByLabel('Geboortedatum').fill('1995-05-17');
    await school.getByLabel('Test-BSN').fill('999900080');
    await school.getByLabel('Opleiding').selectOption('25180');
    await school.getByLabel('Behaald op').fill('2012-07-01');
    await school.getByLabel('Alleen de maand is bekend').check();
    await school.getByRole('button', { name: 'Lever aan', exact: true }).click();
    await school.getByRole('heading', { name: 'Het register heeft het aangenomen' }).waitFor();
    await school.getByRole('heading', { name: 'Agnieszka Wiśniewska' }).waitFor();

    const holder = await demo.openPage();
    await signIn(holder, 'agnieszka');
    await diploma(holder, 'Kok').getByText('juli 2012').waitFor();
  });

  it('delivers once what a double click sent twice', async () => {
    await school.goto('/school/98DD/');
    const form = await school
      .locator('.deliver form')
      .evaluate((element: HTMLFormElement) => Object.fromEntries(new FormData(element).entries()));
    Object.assign(form, { givenNames: 'Tim', familyName: 'Tweemaal', birthDate: '2001-02-03' });
    Object.assign(form, { bsn: '999900122', awardedOn: '2024-07-01' });
    const send = () =>
      school.request.post('/school/98DD/deliver', {
        form: form as Record<string, string>,
        headers: { 'sec-fetch-site': 'same-origin' },
      });
    for (const answer of await Promise.all([send(), send()])) {
      expect(await answer.text()).toContain('<dt>Nieuw</dt><dd>1</dd>');
    }
    await school.reload();
    expect(await school.getByRole('heading', { name: 'Tim Tweemaal' }).count()).toBe(1);
  });

  it('is told why a diploma is refused, and keeps what was typed but the BSN', async () => {
    await school.goto('/school/98AA/');
    await school.getByLabel('Voornamen').last().fill('Anne');
    await school.getByLabel('Achternaam').last().fill('Bakker');
    await school.getByLabel('Geboortedatum').fill('2008-02-03');
    await school.getByLabel('Test-BSN').fill('999900123');
    await school.getByLabel('Behaald op').fill('2099-06-12');
    await school.getByRole('button', { name: 'Lever aan', exact: true }).click();
    await school.getByRole('heading', { name: 'Het register heeft het geweigerd' }).waitFor();
    await school.getByText('Het BSN slaagt niet voor de elfproef.').waitFor();
    await school.getByText('De datum van het diploma ligt in de toekomst.').waitFor();
    expect(await school.getByLabel('Achternaam').last().inputValue()).toBe('Bakker');
    expect(await school.getByLabel('Test-BSN').inputValue()).toBe('');
    expect(await school.getByRole('heading', { name: 'Anne Bakker' }).count()).toBe(0);
  });

  it('answers what a holder reported, and the holder reads it and sees who looked', async () => {
    const holder = await demo.openPage();
    await signIn(holder, 'noor');
    await holder.getByRole('button', { name: 'Uw meldingen' }).click();
    await holder.getByRole('button', { name: 'Meld een probleem' }).click();
    await holder.getByLabel('Op welke school haalde u het?').fill('zuiderlicht');
    await holder.getByRole('button', { name: 'Zoek' }).click();
    await holder.getByRole('radio', { name: /Zuiderlicht/ }).waitFor();
    await holder.getByLabel('Welk diploma mist u?').fill('Mijn havo uit 2019.');
    await holder.getByRole('button', { name: 'Verstuur' }).click();
    await holder.getByRole('heading', { name: 'Uw melding is verstuurd' }).waitFor();

    await school.goto('/school/98BB/');
    await school.getByRole('link', { name: 'Meldingen van diplomahouders' }).click();
    await school.getByText('Mijn havo uit 2019.').waitFor();
    expect(await accessibilityFaults(school)).toEqual([]);
    await school.getByRole('button', { name: 'Neem in behandeling' }).click();
    await school.getByText('In behandeling', { exact: true }).waitFor();
    await school.getByText('Geef antwoord').click();
    await school.getByRole('radio', { name: 'Afgewezen' }).check();
    await school.getByLabel('Antwoord aan de houder').fill('U deed havo op een andere school.');
    await school.getByRole('button', { name: 'Verstuur het antwoord' }).click();
    await school.getByText('Het is opgeslagen.').waitFor();
    expect(await school.getByText('Geef antwoord').count()).toBe(0);

    await holder.getByRole('button', { name: 'Bekijk uw meldingen' }).click();
    await holder.getByText('U deed havo op een andere school.').waitFor();
    await holder.getByText('Afgewezen', { exact: true }).waitFor();
    await holder.getByRole('button', { name: 'Mijn diploma’s' }).click();
    await holder.getByRole('button', { name: 'Wie heeft gekeken?' }).click();
    await holder.getByRole('heading', { name: 'Er heeft nog niemand gekeken' }).waitFor();
    expect(holder.record.complaints).toEqual([]);
  });

  it('never lets its key or a token reach the browser', async () => {
    expect([...school.record.origins()]).toEqual([demo.addresses.demo]);
    expect(school.record.complaints).toEqual([]);
  });
});
