import { randomUUID } from 'node:crypto';
import { RegisterError } from '@diplomaregister/sdk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from '../configuration.ts';
import { schoolPage, schoolsPage } from '../pages/school.ts';
import { pathOf, type SiteLanguage } from '../site/language.ts';
import type { Page } from '../site/page.ts';
import { type BackOffice, openBackOffice } from './back-office.ts';
import { readNameChange, readNewDiploma } from './forms.ts';
import { oncePerForm } from './once-per-form.ts';
import type { Outcome } from './report-view.ts';
import { requestRoutes } from './request-routes.ts';
import { readSchools } from './school.ts';

export interface SchoolRoutesOptions {
  readonly configuration: Configuration;
  readonly languages: readonly SiteLanguage[];
  readonly send: (reply: FastifyReply, page: Page) => FastifyReply;
}

const keptReports = 50;

type SchoolRequest = FastifyRequest<{
  Params: { institution: string };
  Querystring: { report?: string };
}>;

/** The back offices of the schools. After each change the browser goes on to a page of its own. */
export async function schoolRoutes(
  server: FastifyInstance,
  { configuration, languages, send }: SchoolRoutesOptions,
): Promise<void> {
  const schools = await readSchools();
  const offices = new Map(
    schools.map((school) => [school.institution, openBackOffice(school, configuration)]),
  );
  const reports = new Map<string, Outcome>();

  function keep(outcome: Outcome): string {
    const id = randomUUID();
    reports.set(id, outcome);
    const [oldest] = reports.keys();
    if (reports.size > keptReports && oldest !== undefined) reports.delete(oldest);
    return id;
  }

  server.addHook('preHandler', async (request, reply) => {
    // A form of another site cannot change anything here. Browsers say where a form comes from; the
    // header `Origin` would say "null", since the pages have the policy no-referrer.
    if (request.method === 'POST' && request.headers['sec-fetch-site'] !== 'same-origin') {
      await reply.code(403).send('This form is not one of this site.');
    }
  });

  for (const language of languages) {
    const base = pathOf('school/', language);

    server.get(base, async (_request, reply) => send(reply, schoolsPage(language, schools)));

    server.get(`${base}:institution/`, async (request: SchoolRequest, reply) => {
      const office = offices.get(request.params.institution);
      if (!office) return reply.callNotFound();
      const { school } = office;
      const outcome = reports.get(request.query.report ?? '');
      const records = await office.records();
      return send(reply, schoolPage({ language, school, records, outcome }));
    });

    requestRoutes(server, { language, offices, send });

    /** Makes one change, and shows what became of it. */
    const change = (
      name: 'correct' | 'deliver' | 'withdraw',
      perform: (office: BackOffice, form: URLSearchParams) => Promise<Outcome | undefined>,
    ) => {
      const once = oncePerForm<Outcome | undefined>();
      server.post(`${base}:institution/${name}`, async (request: SchoolRequest, reply) => {
        const office = offices.get(request.params.institution);
        const form = request.body;
        if (!office || !(form instanceof URLSearchParams)) return reply.callNotFound();
        const outcome = await once(form, () => perform(office, form)).catch(unreachable);
        if (!outcome) return reply.callNotFound();
        const isAway = outcome === 'unreachable';
        if (name === 'deliver' && (isAway || outcome.rejected > 0)) {
          const { school } = office;
          const records = await office.records();
          return send(
            reply.code(isAway ? 503 : 422),
            schoolPage({ language, school, records, outcome, typed: form }),
          );
        }
        return reply.redirect(`${base}${request.params.institution}/?report=${keep(outcome)}`, 303);
      });
    };

    change('correct', (office, form) =>
      office.correctName(form.get('recordId') ?? '', readNameChange(form)),
    );
    change('withdraw', (office, form) => office.withdraw(form.get('recordId') ?? ''));
    change('deliver', async (office, form) => {
      const line = readNewDiploma(form, office.school);
      return line && office.deliver(line);
    });
  }
}

function unreachable(error: unknown): Outcome {
  if (error instanceof RegisterError) return 'unreachable';
  throw error;
}
