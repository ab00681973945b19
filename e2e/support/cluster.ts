import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";

/** A PostgreSQL server of the tests' own, reachable only through a socket in its temporary directory. */
export type Cluster = { url: (database: string) => string; stop: () => Promise<void> };

type Account = { uid: number; gid: number } | undefined;

/** Where PostgreSQL's server programs are, the newest version first; undefined where there are none. */
export function findPostgres(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(":"),
  ];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}

/** Starts a server on a new, empty directory. Throws where PostgreSQL's programs can't be found. */
export async function startCluster(): Promise<Cluster> {
  const programs = findPostgres();
  if (!programs) throw new Error("PostgreSQL's server programs (initdb, postgres) were not found.");
  const account = accountForServer();
  const home = mkdtempSync(join(tmpdir(), "countersign-pg-"));
  if (account) chownSync(home, account.uid, account.gid);
  const data = join(home, "data");
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...account, cwd: home, stdio: ["ignore", "ignore", "pipe"] },
  );
  const server = spawn(join(programs, "postgres"), ["-D", data, "-k", home, ...SETTINGS], {
    ...account,
    cwd: home,
    stdio: ["ignore", "ignore", "ignore"],
  });
  const url = (database: string) => `postgres://postgres@localhost/${database}?host=${home}`;
  await answers(url("postgres"), server);
  return { url, stop: () => stop(server, home) };
}

const SETTINGS = ["listen_addresses=", "fsync=off", "full_page_writes=off", "max_connections=200"].flatMap(
  (setting) => ["-c", setting],
);

// The server refuses to run as root, so root starts it as the account that Debian's package makes.
function accountForServer(): Account {
  if (process.getuid?.() !== 0) return undefined;
  const numberOf = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "pipe"] }));
  return { uid: numberOf("-u"), gid: numberOf("-g") };
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with code ${server.exitCode}.`);
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch {
      await wait(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
  throw new Error("PostgreSQL did not answer within 30 seconds.");
}

async function stop(server: ChildProcess, home: string): Promise<void> {
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGINT");
    await ended;
  }
  rmSync(home, { recursive: true, force: true });
}

/** Creates a database, empty or as a copy of `template`, which nobody may be connected to. */
export async function createDatabase(cluster: Pick<Cluster, "url">, name: string, template?: string) {
  const client = new Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    await client.query(`create database "${name}"${template ? ` template "${template}"` : ""}`);
  } finally {
    await client.end();
  }
}
