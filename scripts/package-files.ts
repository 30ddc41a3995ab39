/** What the package holds: the library with its types and the command line, as JavaScript, and nothing they do not reach. */
import { dirname, join, relative } from 'node:path/posix';
import ts from 'typescript';

/** A packed file by its path from the top of the package. */
export type PackageFiles = ReadonlyMap<string, string>;

/** What another program imports. */
export const library = 'lib/guardrails/index';
/** What the shell starts. */
export const command = 'lib/linewright.cjs';

const host: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (path) => path,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n',
};

/** Compile what is packed, from the top of the repository. Throws with what the compiler says where it says something. */
export function packageFiles(): { readonly files: PackageFiles; readonly packages: readonly string[] } {
  return reached(['lib/cli/main.js', `${library}.js`, `${library}.d.ts`], compiled());
}

/** `src/` becomes `lib/`, one folder below the top as well, so that the paths to `data/` hold as they are. */
function compiled(): PackageFiles {
  const top = process.cwd();
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, top);
  const program = ts.createProgram(['src/guardrails/index.ts', 'src/cli/main.ts'], {
    ...options,
    noEmit: false,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    rootDir: top,
    outDir: top,
  });
  // Not what stands in the way of a declaration: the command line has none, and the library's must all be there.
  const mistakes = [
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(),
    ...program.getSemanticDiagnostics(),
  ];
  if (mistakes.length > 0) throw new Error(ts.formatDiagnostics(mistakes, host));
  const files = new Map<string, string>();
  program.emit(undefined, (path, text) => {
    const name = relative(top, path).replace(/^src\//, 'lib/');
    files.set(name, name.endsWith('.d.ts') ? withJavaScriptNames(text) : text);
  });
  return files;
}

/** The compiler rewrites imports in JavaScript alone; older compilers do not find `./x.ts` from a declaration. */
function withJavaScriptNames(declarations: string): string {
  return declarations.replace(/(from |import\()(["'])(\.[^"'\n]{1,200})\.ts\2/g, '$1$2$3.js$2');
}

/** Drops what was only compiled for its types, and names the packages that the rest imports. */
function reached(entries: readonly string[], emitted: PackageFiles) {
  const files = new Map<string, string>();
  const packages = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path) || path.startsWith('data/')) continue;
    const text = emitted.get(path);
    if (text === undefined)
      throw new Error(`Something that is packed imports ${path}, which the compiler did not write.`);
    files.set(path, text);
    for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
      if (fileName.startsWith('.')) waiting.push(imported(path, fileName));
      else if (!fileName.startsWith('node:')) packages.add(packageOf(fileName));
    }
  }
  return { files, packages: [...packages].sort() };
}

function imported(from: string, fileName: string): string {
  const path = join(dirname(from), fileName);
  return from.endsWith('.d.ts') ? path.replace(/\.js$/, '.d.ts') : path;
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
