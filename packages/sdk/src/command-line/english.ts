import type { Words } from './language.ts';

export const english: Words = {
  locale: 'en',
  help: `Usage: diplomaregister <command> …

Commands
  deliver FILE --register URL --client-id ID --key FILE
      Delivers diplomas, one JSON line each (NDJSON).
      --client-id ID   The name of the institution at the token service.
      --key FILE       Its private key (P-256): PKCS #8 as PEM, or a JWK.
      --issuer URL     The token service; the register names it when absent.
      --json           Print the report as JSON.
  verify PATH… --register URL
      Checks extracts: files, and every *.pdf in folders and below. The files stay on this machine.
      --anchors FILE   The certificates to trust, as the register publishes them at
                       /v1/trust-anchors. Without it the register is asked for them.
      --details        Tell what was awarded to whom: personal data.
      --json           Print one JSON object for each file, as soon as it is known.

Options
  --register URL       The register, for example https://register.example/v1
  --language nl|en     The language of this command; that of the locale when absent.
  --help               Show this.

Exit status of verify
  0  All files are genuine.
  1  At least one is not.
  2  The command was not used well, or failed.
  3  None was found to be false, but not all could be checked.

Exit status of deliver
  0  All lines were taken.
  1  Lines were rejected.
  2  The command was not used well, or failed.
`,
  missing: (option) => `--${option} is missing; see diplomaregister --help`,
  registerInvalid: '--register must be an address like https://register.example/v1',
  noFile: (path) => `There is no file ${path}`,
  unknownCommand: (name) => `There is no command ${name}; see diplomaregister --help`,
  badOptions: (detail) => `${detail}; see diplomaregister --help`,
  somethingWrong: 'Something went wrong',

  giveFiles: 'Give the files or folders to check',
  anchorsInvalid: '--anchors must be a file with the trust anchors as the register publishes them',
  outcomes: {
    genuine: 'genuine',
    superseded: 'superseded',
    withdrawn: 'withdrawn',
    altered: 'altered',
    'seal-revoked': 'seal revoked',
    'not-an-extract': 'no extract',
    'share-unknown': 'share unknown',
    'pin-wrong': 'PIN wrong',
    'share-locked': 'share locked',
    'share-expired': 'share expired',
    'share-revoked': 'share revoked',
    inconclusive: 'not checked',
  },
  gaps: {
    'not-found': 'there is no such file (or the link leads nowhere)',
    'no-pdf': 'there is no PDF in this folder',
    'no-file': 'this is not a plain file',
    'no-access': 'this may not be read',
  },
  checked: (done, total) => `${done} of ${total} checked`,

  giveOneFile: 'Give one file to deliver',
  counts: {
    lines: 'lines',
    registered: 'registered',
    corrected: 'corrected',
    withdrawn: 'withdrawn',
    unchanged: 'unchanged',
    rejected: 'rejected',
  },
  line: 'line',
  stopped: (lines) =>
    `The delivery stopped after ${lines} lines. Send it again: lines that were stored do not change.`,
  keyInvalid: 'The key must be a P-256 private key: PKCS #8 as PEM ("BEGIN PRIVATE KEY"), or a JWK',
  noTokenService: (issuer) => `${issuer} does not answer as a token service`,
  namesNoTokenService: (register) =>
    `${register} does not name its token service; give it by --issuer`,
  tokenServiceAway: (issuer) => `The token service ${issuer} cannot be reached`,
  clientRefused: (code) =>
    `The token service refuses this client (${code}): check --client-id, --key and whether the key is registered`,
};
