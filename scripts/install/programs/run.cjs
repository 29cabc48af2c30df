// CommonJS gets ES modules by require() (Node 20.19 and newer, 22.12 and newer).
const { createMockRegister } = require('@diplomaregister/mocks');
const { createClient } = require('@diplomaregister/sdk');
const { verify } = require('@diplomaregister/sdk/verify');
const { exampleDiplomas } = require('@diplomaregister/contract/examples');
const { verifySeal } = require('@diplomaregister/seal/verify');

async function main() {
  const { anchors, attacks, extracts, fetch, url } = await createMockRegister();
  const options = { register: url, anchors, fetch };
  const { outcome } = await verify(extracts.dutch, options);
  const { alteredByte } = await attacks();
  const altered = (await verify(alteredByte.file, options)).outcome;
  const refusal = await createClient({ url, fetch })
    .diplomas.list()
    .then(undefined, (error) => error);
  const known = exampleDiplomas.vwo && typeof verifySeal === 'function';
  console.log(outcome, altered, known ? refusal.code : 'incomplete');
}

main();
