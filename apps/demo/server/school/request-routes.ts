import { ApiError, RegisterError } from '@diplomaregister/sdk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type RequestsOutcome, requestsPage } from '../pages/requests.ts';
import { pathOf, type SiteLanguage } from '../site/language.ts';
import type { Page } from '../site/page.ts';
import type { BackOffice } from './back-office.ts';
import { readProgress } from './forms.ts';

export interface RequestRoutesOptions {
  readonly language: SiteLanguage;
  readonly offices: ReadonlyMap<string, BackOffice>;
  readonly send: (reply: FastifyReply, page: Page) => FastifyReply;
}

type InboxRequest = FastifyRequest<{
  Params: { institution: string };
  Querystring: { saved?: string };
}>;

/** The inbox of each school: what holders reported, and the answers to it. */
export function requestRoutes(
  server: FastifyInstance,
  { language, offices, send }: RequestRoutesOptions,
): void {
  const base = pathOf('school/', language);

  async function show(
    reply: FastifyReply,
    office: BackOffice,
    outcome?: RequestsOutcome,
    typed?: URLSearchParams,
  ): Promise<FastifyReply> {
    const requests = await office.requests().catch(unreachable);
    const { school } = office;
    const records = await office.records();
    return send(reply, requestsPage({ language, school, records, requests, outcome, typed }));
  }

  server.get(`${base}:institution/requests/`, async (request: InboxRequest, reply) => {
    const office = offices.get(request.params.institution);
    if (!office) return reply.callNotFound();
    return show(reply, office, request.query.saved === undefined ? undefined : 'saved');
  });

  server.post(`${base}:institution/requests/`, async (request: InboxRequest, reply) => {
    const office = offices.get(request.params.institution);
    const form = request.body;
    if (!office || !(form instanceof URLSearchParams)) return reply.callNotFound();
    try {
      await office.answer(form.get('request') ?? '', readProgress(form));
    } catch (error) {
      const refused = error instanceof ApiError && error.status < 500;
      if (refused) return show(reply.code(422), office, 'rejected', form);
      return show(reply, office, unreachable(error) && 'failed', form);
    }
    return reply.redirect(`${base}${request.params.institution}/requests/?saved`, 303);
  });
}

function unreachable(error: unknown): 'unreachable' {
  if (error instanceof RegisterError) return 'unreachable';
  throw error;
}
