// What every runtime and bundler must run: delivers, downloads, verifies, and finds a forgery.
import { createMockRegister } from '@diplomaregister/mocks';
import { createClient, RegisterError, UnauthorizedError } from '@diplomaregister/sdk';
import { verify } from '@diplomaregister/sdk/verify';

export async function program() {
  const { anchors, attacks, fetch, tokens, url } = await createMockRegister();
  const register = createClient({ url, accessToken: tokens.holder, fetch });
  const { items } = await register.diplomas.list({ limit: 1 });
  const { file } = await register.extracts.create({
    diplomaIds: items.map(({ id }) => id),
    language: 'nl',
  });
  const options = { register: url, anchors, fetch };
  const { alteredByte } = await attacks();
  const outcomes = [await verify(file, options), await verify(alteredByte.file, options)];
  const refusal = await createClient({ url, fetch })
    .diplomas.list()
    .then(undefined, (error) => error);
  const isTyped = refusal instanceof RegisterError && refusal instanceof UnauthorizedError;
  return [...outcomes.map(({ outcome }) => outcome), isTyped ? refusal.code : 'untyped'].join(' ');
}
