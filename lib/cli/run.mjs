// Plain JavaScript that any Node can read, so that an old one gets a sentence instead of a syntax error.
import { spawn } from "node:child_process";
import * as nodeModule from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
const [file, ...args] = process.argv.slice(2);

if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `Countersign needs Node 22.12 or newer; this is Node ${process.versions.node}. On Linux, npm ci installs one for the project.`,
  );
  process.exitCode = 1;
} else if (process.features.typescript) {
  process.argv.splice(1, 2, resolve(file));
  findDrizzleAtOnce();
  await import(pathToFileURL(file).href);
} else {
  runWithFlags();
}

// Node reads a package's list of exports anew for each module that names it, and drizzle-orm's has 130,000 characters:
// a second of each start. So each of its names is looked up once, and its own modules name each other by their files.
function findDrizzleAtOnce() {
  const found = new Map();
  const lookUp = (name, context, next) => {
    if (!found.has(name)) found.set(name, { ...next(name, context), format: "module", shortCircuit: true });
    return found.get(name);
  };
  nodeModule.registerHooks?.({
    resolve: (specifier, context, next) => {
      if (context.conditions.includes("require")) return next(specifier, context);
      if (/^drizzle-orm(\/|$)/.test(specifier)) return lookUp(specifier, context, next);
      const near = specifier.startsWith(".") && context.parentURL?.includes("/node_modules/drizzle-orm/");
      if (!near) return next(specifier, context);
      const { href } = new URL(specifier, context.parentURL);
      return { url: href, format: "module", shortCircuit: true };
    },
  });
}

// Until Node 22.18 running TypeScript was an experiment, and until 22.13 so was SQLite.
function runWithFlags() {
  const flags = [
    ...process.execArgv,
    "--experimental-strip-types",
    "--experimental-sqlite",
    "--disable-warning=ExperimentalWarning",
  ];
  const child = spawn(process.execPath, [...flags, file, ...args], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}
