/** Whether a changeset announces that a package breaks: `major`, or before 1.0.0 `minor`. */
export function isAnnounced(name: string, version: string, changesets: readonly string[]): boolean {
  const level = version.startsWith('0.') ? '(major|minor)' : 'major';
  const line = new RegExp(`^(["'])@diplomaregister/${name}\\1: ${level}$`, 'm');
  return changesets.some((text) => line.test(text));
}
