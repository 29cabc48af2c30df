import type { Words } from './language.ts';

export const dutch: Words = {
  locale: 'nl',
  help: `Gebruik: diplomaregister <opdracht> …

Opdrachten
  deliver BESTAND --register URL --client-id NAAM --key BESTAND
      Levert diploma's aan, op elke regel één als JSON (NDJSON).
      --client-id NAAM   De naam van de instelling bij de tokendienst.
      --key BESTAND      Haar privésleutel (P-256): PKCS #8 als PEM, of een JWK.
      --issuer URL       De tokendienst; anders noemt het register die.
      --after REGEL      Ga verder na deze regel, waar het aanleveren van het bestand stopte.
      --json             Geef het verslag als JSON.
  status --register URL
      Vertelt of het register te bereiken is, en wat nodig is om het te gebruiken.
      --json             Geef het als één JSON-object.
  verify PAD… --register URL
      Controleert uittreksels: bestanden, en elke *.pdf in mappen en daaronder. De bestanden
      blijven op deze computer.
      --anchors BESTAND  De certificaten om op te vertrouwen, zoals het register ze geeft op
                         /v1/trust-anchors. Zonder dit worden ze aan het register gevraagd.
      --details          Vertel ook wie wat behaalde: dat zijn persoonsgegevens.
      --json             Geef voor elk bestand één JSON-object, zodra de uitslag er is.

Opties
  --register URL         Het register, bijvoorbeeld https://register.example/v1
  --language nl|en       De taal van deze opdracht; anders die van uw computer.
  --help                 Toon deze uitleg.

Eindcode van verify
  0  Alle bestanden zijn echt.
  1  Minstens één is dat niet.
  2  De opdracht klopt niet, of ging mis.
  3  Geen enkel bestand is vals, maar niet alles kon worden gecontroleerd.

Eindcode van deliver
  0  Alle regels zijn verwerkt.
  1  Er zijn regels afgewezen.
  2  De opdracht klopt niet, of ging mis.

Eindcode van status
  0  Alles is in orde.
  1  Het register antwoordt, maar er klopt iets niet, zoals de klok van deze computer.
  2  De opdracht klopt niet.
  3  Het register antwoordt niet.
`,
  missing: (option) => `--${option} ontbreekt; zie diplomaregister --help`,
  registerInvalid: '--register moet een adres zijn zoals https://register.example/v1',
  noFile: (path) => `Er is geen bestand ${path}`,
  unknownCommand: (name) => `Er is geen opdracht ${name}; zie diplomaregister --help`,
  badOptions: (detail) => `De opties kloppen niet (${detail}); zie diplomaregister --help`,
  somethingWrong: 'Er ging iets mis',

  giveFiles: 'Noem de bestanden of mappen die u wilt controleren',
  anchorsInvalid: '--anchors moet een bestand zijn met de certificaten zoals het register ze geeft',
  outcomes: {
    genuine: 'echt',
    superseded: 'vervangen',
    withdrawn: 'ingetrokken',
    altered: 'gewijzigd',
    'seal-revoked': 'zegel ongeldig',
    'not-an-extract': 'geen uittreksel',
    'share-unknown': 'code onbekend',
    'pin-wrong': 'pincode onjuist',
    'share-locked': 'code geblokkeerd',
    'share-expired': 'code verlopen',
    'share-revoked': 'code ingetrokken',
    inconclusive: 'niet te controleren',
  },
  gaps: {
    'not-found': 'dit bestand is er niet (of de koppeling leidt nergens heen)',
    'no-pdf': 'in deze map staat geen PDF',
    'no-file': 'dit is geen gewoon bestand',
    'no-access': 'dit mag niet worden gelezen',
  },
  checked: (done, total) => `${done} van ${total} gecontroleerd`,

  giveOneFile: "Noem één bestand met diploma's",
  counts: {
    lines: 'regels',
    registered: 'geregistreerd',
    corrected: 'verbeterd',
    withdrawn: 'ingetrokken',
    unchanged: 'ongewijzigd',
    rejected: 'afgewezen',
  },
  line: 'regel',
  afterInvalid: '--after moet het nummer van een regel zijn',
  stopped: (line) =>
    `Het aanleveren stopte na regel ${line}. Lever het bestand opnieuw aan: regels die al zijn opgeslagen, veranderen niet. Of ga verder met --after ${line}.`,
  brokenInputs: {
    'input-cut-off': (line) =>
      `Het bestand houdt midden in regel ${line} op: het is maar half geschreven of gekopieerd. Maak het heel.`,
    'input-line-too-long': (line) =>
      `Regel ${line} is te lang voor één record. Zet elk record op een eigen regel.`,
    'input-not-utf-8': (line) =>
      `Het bestand is geen UTF-8, bij regel ${line}. Schrijf het als UTF-8.`,
  },
  keyInvalid:
    'De sleutel moet een privésleutel voor P-256 zijn: PKCS #8 als PEM ("BEGIN PRIVATE KEY"), of een JWK',
  noTokenService: (issuer) => `${issuer} antwoordt niet als tokendienst`,
  namesNoTokenService: (register) =>
    `${register} noemt zijn tokendienst niet; geef die met --issuer`,
  tokenServiceAway: (issuer) => `De tokendienst ${issuer} is niet te bereiken`,
  clientRefused: (code) =>
    `De tokendienst weigert deze instelling (${code}): controleer --client-id, --key en of de sleutel is aangemeld`,
  clockIsOff: (minutes) =>
    `de klok van deze computer loopt ${Math.abs(minutes)} minuten ${minutes > 0 ? 'voor' : 'achter'}: zet hem goed`,

  status: {
    names: {
      register: 'register',
      answers: 'antwoordt',
      diplomas: "diploma's",
      anchors: 'certificaten',
      tokenService: 'tokendienst',
      clock: 'klok',
    },
    noOther: 'status heeft alleen opties',
    reachable: (milliseconds, version) => `ja, in ${milliseconds} ms, API-versie ${version}`,
    diplomas: (total, countedAt) => `${total} (geteld op ${countedAt})`,
    anchors: (seal, timestamp, status) =>
      `zegel ${seal}, tijdstempel ${timestamp}, status ${status}`,
    noTokenService: 'niet genoemd; deliver heeft --issuer nodig',
    clockRight: 'goed',
  },
};
