import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Tests see what a reader would get: a fresh release build, unless `npm test` has just made one. */
export default function build(): void {
  if (process.env.MUSTER_BUILT === '1') return;
  const root = fileURLToPath(new URL('../..', import.meta.url));
  for (const browser of ['chrome', 'firefox']) {
    const done = spawnSync('wxt', ['build', '-b', browser], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
    if (done.status !== 0) throw new Error(`wxt build -b ${browser} did not work:\n${done.stdout}${done.stderr}`);
  }
}
