/**
 * Compiles the WASM kernels from their AssemblyScript, in four builds: with and without relaxed
 * SIMD, with and without shared memory. Does nothing if the outputs are newer than every source.
 * Two modules of AssemblyScript are generated; editors find them in `assembly/generated`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { type BuildName, buildNames, MAX_PAGES } from '../src/engine/wasm/builds';
import { fieldsSource } from '../src/engine/wasm/fields';
import { microkernelSource } from '../src/engine/wasm/microkernelSource';
import { KERNELS_FOLDER } from './assets';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wasmFolder = join(root, 'src/engine/wasm');
const assembly = join(wasmFolder, 'assembly');
const generatedAssembly = join(assembly, 'generated');

const sourceFiles = [
  fileURLToPath(import.meta.url),
  ...['builds.ts', 'fields.ts', 'headsFields.ts', 'microkernelSource.ts', 'panels.ts'].map((name) =>
    join(wasmFolder, name),
  ),
  ...readdirSync(assembly)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(assembly, name)),
];

const outputPath = (name: BuildName): string => join(KERNELS_FOLDER, `${name}.wasm`);

function isFresh(): boolean {
  const newestSource = Math.max(...sourceFiles.map((path) => statSync(path).mtimeMs));
  if (!existsSync(generatedAssembly)) return false;
  return buildNames.every(
    (name) => existsSync(outputPath(name)) && statSync(outputPath(name)).mtimeMs > newestSource,
  );
}

function generatedModules(relaxed: boolean): Record<string, string | undefined> {
  return { 'fields.ts': fieldsSource(), 'microkernels.ts': microkernelSource(relaxed) };
}

/**
 * Turns the comment `// @inline` into AssemblyScript's decorator, which TypeScript and editors
 * reject on functions.
 */
function withDecorators(source: string): string {
  return source.replace(/^\/\/ @inline$/gm, '@inline');
}

async function build(name: BuildName): Promise<void> {
  const relaxed = name.includes('relaxed');
  const shared = name.includes('shared');
  const modules = generatedModules(relaxed);
  const readFile = (path: string): string | null => {
    const text = modules[basename(path)];
    if (text !== undefined) return withDecorators(text);
    const full = join(assembly, path);
    return existsSync(full) ? withDecorators(readFileSync(full, 'utf8')) : null;
  };
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      'index.ts',
      ...['--outFile', 'out.wasm', '--runtime', 'stub', '--importMemory', '--noAssert'],
      // The optimiser would reorder the micro-kernels until they no longer fit the registers; the
      // engine that runs the module optimises it anyway.
      ...['--optimizeLevel', '0', '--shrinkLevel', '0'],
      ...['--enable', 'simd', '--initialMemory', '1', '--maximumMemory', String(MAX_PAGES)],
      ...(relaxed ? ['--enable', 'relaxed-simd'] : []),
      ...(shared ? ['--enable', 'threads', '--sharedMemory'] : []),
    ],
    {
      readFile,
      listFiles: () => [],
      writeFile: (_, contents) => {
        if (contents instanceof Uint8Array) binary = contents;
      },
    },
  );
  if (error !== null || binary === undefined) {
    throw new Error(`The WASM kernels do not compile:\n${stderr.toString()}`);
  }
  mkdirSync(KERNELS_FOLDER, { recursive: true });
  writeFileSync(outputPath(name), binary);
}

if (isFresh()) {
  console.log('WASM kernels are up to date.');
} else {
  mkdirSync(generatedAssembly, { recursive: true });
  for (const [name, source = ''] of Object.entries(generatedModules(true))) {
    writeFileSync(join(generatedAssembly, name), source);
  }
  for (const name of buildNames) {
    await build(name);
    console.log(`${outputPath(name)}: ${statSync(outputPath(name)).size} bytes`);
  }
}
