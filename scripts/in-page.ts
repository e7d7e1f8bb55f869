import { build } from 'vite';

/**
 * The product's page side as one script that any page can run, from a file that exports it: what it exports lies on `globalThis`, under `name`.
 * Throws if the file does not build.
 */
export async function bundleForPage(file: string, name = 'muster'): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, target: 'es2023', lib: { entry: file, formats: ['iife'], name } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error(`nothing was built from ${file}`);
  return `${first.output[0].code}\nglobalThis.${name} = ${name};`;
}
