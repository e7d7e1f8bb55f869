/** Runs a command of one of the scripts. What its user gave wrongly is told in words, without a stack; exit code 2. */
export function runCommand(main: () => void | Promise<void>): void {
  const tell = (error: unknown): void => {
    console.error(inWords(error));
    process.exitCode = 2;
  };
  try {
    // A command that waits for nothing is done when this returns.
    main()?.catch(tell);
  } catch (error) {
    tell(error);
  }
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' && path !== undefined ? `${path}: there is no such file or folder; check the spelling` : error.message;
}
