import { RegisterError } from '@diplomaregister/sdk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type RequestsOutcome, requestsPage } from '../pages/requests.ts';
import { pathOf, type SiteLanguage } from '../site/language.ts';
import type { Page } from '../site/page.ts';
import type { BackOffice } from './back-office.ts';
import { readProgress } from './forms.ts';
import { failureOf } from './inbox.ts';
import { oncePerForm } from './once-per-form.ts';

type Office = Pick<BackOffice, 'school' | 'records' | 'inbox'>;

export interface RequestRoutesOptions {
  readonly language: SiteLanguage;
  readonly offices: ReadonlyMap<string, Office>;
  readonly send: (reply: FastifyReply, page: Page) => FastifyReply;
}

type InboxRequest = FastifyRequest<{
  Params: { institution: string };
  Querystring: { saved?: string; page?: string };
}>;

/** The inbox of each school: what holders reported, and the answers to it. */
export function requestRoutes(
  server: FastifyInstance,
  { language, offices, send }: RequestRoutesOptions,
): void {
  const base = pathOf('school/', language);
  const once = oncePerForm();

  async function show(
    request: InboxRequest,
    reply: FastifyReply,
    office: Office,
    outcome?: RequestsOutcome,
    typed?: URLSearchParams,
  ): Promise<FastifyReply> {
    const page = /^[1-9]\d{0,3}$/.test(request.query.page ?? '') ? Number(request.query.page) : 1;
    const requests = await office.inbox.requests(page).catch(unreachable);
    const { school } = office;
    const records = await office.records();
    return send(reply, requestsPage({ language, school, records, requests, page, outcome, typed }));
  }

  server.get(`${base}:institution/requests/`, async (request: InboxRequest, reply) => {
    const office = offices.get(request.params.institution);
    if (!office) return reply.callNotFound();
    return show(request, reply, office, request.query.saved === undefined ? undefined : 'saved');
  });

  server.post(`${base}:institution/requests/`, async (request: InboxRequest, reply) => {
    const office = offices.get(request.params.institution);
    const form = request.body;
    if (!office || !(form instanceof URLSearchParams)) return reply.callNotFound();
    try {
      await once(form, () => office.inbox.answer(form.get('request') ?? '', readProgress(form)));
    } catch (error) {
      const failure = failureOf(error);
      return show(request, reply.code(failure === 'rejected' ? 422 : 503), office, failure, form);
    }
    return reply.redirect(`${base}${request.params.institution}/requests/?saved`, 303);
  });
}

function unreachable(error: unknown): 'unreachable' {
  if (error instanceof RegisterError) return 'unreachable';
  throw error;
}
