// A developer's page, whose requests the mocks answer from a service worker.
import { createMockRegister } from '@diplomaregister/mocks';
import { createMockWorker } from '@diplomaregister/mocks/browser';
import { createClient } from '@diplomaregister/sdk';
import { verify } from '@diplomaregister/sdk/verify';

const register = await createMockRegister();
const { anchors, extracts, tokens, url } = register;
await createMockWorker(register).start({ quiet: true });

const { items } = await createClient({ url, accessToken: tokens.holder }).diplomas.list();
const check = async () => (await verify(extracts.dutch, { register: url, anchors })).outcome;
const outcomes = [await check()];
register.scenario = 'withdrawn';
outcomes.push(await check());
document.body.append(`${items.length} diplomas, ${outcomes.join(' ')}`);
