/** Whether a changeset announces that a package breaks: `major`, or before 1.0.0 `minor`. */
export function isAnnounced(name: string, version: string, changesets: readonly string[]): boolean {
  const levels = version.startsWith('0.') ? ['major', 'minor'] : ['major'];
  return changesets.some((text) =>
    levels.some((level) => text.includes(`\n'@diplomaregister/${name}': ${level}\n`)),
  );
}
