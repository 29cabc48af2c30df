import { RegisterError } from '../errors.ts';
import { deliver } from './deliver.ts';
import { type ExitCode, exitCodes, type Terminal, UsageError } from './terminal.ts';
import { verifyFiles } from './verify-files.ts';

const help = `Usage: diplomaregister <command> …

Commands
  deliver FILE --register URL --client-id ID --key FILE
      Delivers diplomas, one JSON line each (NDJSON).
      --issuer URL   The token service; the register names it when absent.
      --json         Print the report as JSON.
  verify FILE… --register URL
      Checks extracts. The files stay on this machine.
      --json         Print the verdicts as JSON.

Options
  --register URL     The register, for example https://register.example/v1
  --client-id ID     The name of the institution at the token service.
  --key FILE         Its private key (P-256): PKCS #8 as PEM, or a JWK.
  --help             Show this.

Exit status
  0  All lines were taken; all files are genuine.
  1  Lines were rejected; files are not genuine, or could not be checked.
  2  The command failed.
`;

/** Runs the command that the arguments ask for. Never throws; what fails is told on stderr. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [command, ...rest] = words;
  if (command === undefined || words.includes('--help') || command === 'help') {
    const output = command === undefined ? terminal.stderr : terminal.stdout;
    output.write(help);
    return command === undefined ? exitCodes.failed : exitCodes.ok;
  }
  try {
    switch (command) {
      case 'deliver':
        return await deliver(rest, terminal);
      case 'verify':
        return await verifyFiles(rest, terminal);
      default:
        throw new UsageError(`There is no command ${command}; see diplomaregister --help`);
    }
  } catch (error) {
    terminal.stderr.write(`diplomaregister: ${describe(error)}\n`);
    return exitCodes.failed;
  }
}

function describe(error: unknown): string {
  if (error instanceof RegisterError) return `${error.message} [${error.code}]`;
  if (!(error instanceof Error)) return 'Something went wrong';
  const isOfArguments = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return isOfArguments ? `${error.message}; see diplomaregister --help` : error.message;
}
