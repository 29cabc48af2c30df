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
      --after LINE     Go on after this line, where a delivery of the file stopped.
      --json           Print the report as JSON.
  status --register URL
      Tells whether the register can be reached, and what is needed to use it.
      --json           Print it as one JSON object.
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

Exit status of status
  0  All is well.
  1  The register answers, but something is wrong, such as the clock of this machine.
  2  The command was not used well.
  3  The register does not answer.
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
  afterInvalid: '--after must be the number of a line',
  stopped: (line) =>
    `The delivery stopped after line ${line}. Send the file again, which changes nothing twice, or go on with --after ${line}.`,
  brokenInputs: {
    'input-cut-off': (line) =>
      `The file ends in the middle of line ${line}: it was written or copied half. Make it whole.`,
    'input-line-too-long': (line) =>
      `Line ${line} is too long for a record. Write each record on a line of its own.`,
    'input-not-utf-8': (line) => `The file is not UTF-8, at line ${line}. Write it as UTF-8.`,
  },
  keyInvalid: 'The key must be a P-256 private key: PKCS #8 as PEM ("BEGIN PRIVATE KEY"), or a JWK',
  noTokenService: (issuer) => `${issuer} does not answer as a token service`,
  namesNoTokenService: (register) =>
    `${register} does not name its token service; give it by --issuer`,
  tokenServiceAway: (issuer) => `The token service ${issuer} cannot be reached`,
  clientRefused: (code) =>
    `The token service refuses this client (${code}): check --client-id, --key and whether the key is registered`,
  clockIsOff: (minutes) =>
    `the clock of this machine is ${Math.abs(minutes)} minutes ${minutes > 0 ? 'ahead' : 'behind'}: set it`,

  status: {
    names: {
      register: 'register',
      answers: 'answers',
      diplomas: 'diplomas',
      anchors: 'anchors',
      tokenService: 'token service',
      clock: 'clock',
    },
    noOther: 'status takes no other words than its options',
    reachable: (milliseconds, version) => `yes, in ${milliseconds} ms, API version ${version}`,
    diplomas: (total, countedAt) => `${total} (counted at ${countedAt})`,
    anchors: (seal, timestamp, status) => `seal ${seal}, timestamp ${timestamp}, status ${status}`,
    noTokenService: 'not named; deliver needs --issuer',
    clockRight: 'right',
  },
};
