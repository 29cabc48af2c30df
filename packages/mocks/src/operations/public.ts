import type { ListedProgramme, Statistics } from '@diplomaregister/contract';
import {
  exampleCoverage,
  exampleListedInstitutions,
  exampleProgrammes,
} from '@diplomaregister/contract/examples';
import { answer, json, problem } from '../answers.ts';
import { instant } from '../state.ts';
import type { Call } from './call.ts';
import { page } from './pages.ts';

export function getStatistics({ now, state }: Call): Response {
  const counts = new Map<string, Statistics['diplomas']['bySectorAndYear'][number]>();
  let total = 0;
  for (const { diploma } of state.diplomas.values()) {
    if (diploma.standing === 'withdrawn') continue;
    const award = 'awardedOn' in diploma ? diploma.awardedOn : diploma.awardedIn;
    const { sector } = diploma;
    const year = Number(award.slice(0, 4));
    const key = `${sector} ${year}`;
    counts.set(key, { sector, year, count: (counts.get(key)?.count ?? 0) + 1 });
    total += 1;
  }
  const statistics: Statistics = {
    countedAt: instant(now()),
    diplomas: { total, bySectorAndYear: [...counts.values()] },
    extracts: { pastTwelveMonths: state.extracts.length },
  };
  return json(200, statistics, { 'Cache-Control': 'public, max-age=60' });
}

export function getCoverage(): Response {
  return json(200, exampleCoverage, { 'Cache-Control': 'public, max-age=3600' });
}

export function listInstitutions(call: Call): Response {
  const found = exampleListedInstitutions.filter(({ city, code, name, sectors }) =>
    isWanted(call, [code, name, city], sectors),
  );
  return page(found, call, { 'Cache-Control': 'public, max-age=300' });
}

export function listProgrammes(call: Call): Response {
  const all: readonly ListedProgramme[] = Object.values(exampleProgrammes).map(
    ({ level, programme, sector }) => ({ ...programme, sector, level }),
  );
  const found = all
    .filter(({ code, englishName = '', name, sector }) =>
      isWanted(call, [code, name, englishName], [sector]),
    )
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'));
  return page(found, call, { 'Cache-Control': 'public, max-age=300' });
}

function isWanted({ query }: Call, texts: readonly string[], sectors: readonly string[]): boolean {
  const sector = query.get('sector');
  if (sector !== null && !sectors.includes(sector)) return false;
  const words = fold(query.get('search') ?? '')
    .trim()
    .split(/\s+/);
  return words.every((word) => fold(texts.join(' ')).includes(word));
}

/** Without case and accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function getTrustAnchors({ trust }: Call): Response {
  return json(200, trust.anchors, { 'Cache-Control': 'public, max-age=300' });
}

export async function getRevocationList({ path, trust }: Call): Promise<Response> {
  const list = await trust.revocationList(String(path['keyId']));
  if (!list) return problem('not-found');
  return answer(200, list, {
    'Content-Type': 'application/pkix-crl',
    'Cache-Control': 'public, max-age=300',
  });
}

export async function getStatusList({ path, request, state, trust, url }: Call): Promise<Response> {
  if (Number(path['listId']) !== 0) return problem('not-found');
  const etag = `"${state.revision}"`;
  const headers = { ETag: etag, 'Cache-Control': 'public, max-age=60' };
  if (hasTag(request.headers.get('if-none-match'), etag)) return answer(304, null, headers);
  const token = await trust.signStatuses(`${url}/status-lists/0`, state.statuses);
  return answer(200, token, { ...headers, 'Content-Type': 'application/statuslist+jwt' });
}

/** RFC 9110, section 13.1.2: a weak comparison. */
function hasTag(header: string | null, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
