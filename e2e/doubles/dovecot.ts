import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type ImapServer, imapAt } from "#e2e/doubles/imap-server";

const PROGRAM = "/usr/sbin/dovecot";
const LOGIN = { user: "sales", pass: "four-mail-doves" };

/** Whether Dovecot is installed here (Debian: dovecot-imapd). */
export function hasDovecot(): boolean {
  return existsSync(PROGRAM);
}

/** Starts Dovecot on a directory of its own, as whoever runs the tests. */
export async function startDovecot(): Promise<ImapServer> {
  const home = mkdtempSync(join(tmpdir(), "imap-"));
  const port = await freePort();
  const owner = ownerOfMail();
  const inbox = join(home, "mail", "Maildir");
  for (const folder of ["", "new", "cur", "tmp"]) mkdirSync(join(inbox, folder), { recursive: true });
  for (const path of [
    home,
    join(home, "mail"),
    inbox,
    ...["new", "cur", "tmp"].map((one) => join(inbox, one)),
  ])
    chownSync(path, owner.uid, owner.gid);
  const config = join(home, "dovecot.conf");
  writeFileSync(config, configOf(home, port, owner));
  const server = spawn(PROGRAM, ["-F", "-c", config], { stdio: "ignore" });
  await answers(port, server);
  let count = 0;
  return {
    ...imapAt(port, LOGIN),
    put: (raw) => {
      const name = `${Date.now()}.${String(++count).padStart(4, "0")}.here`;
      const half = join(inbox, "tmp", name);
      writeFileSync(half, raw.replace(/\r?\n/g, "\r\n"));
      chownSync(half, owner.uid, owner.gid);
      renameSync(half, join(inbox, "new", name));
    },
    close: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

type Owner = { uid: number; gid: number; name: string; group: string };

// Dovecot opens no mail as root, so that root's tests have it belong to nobody.
function ownerOfMail(): Owner {
  const { uid, gid, username } = userInfo();
  if (uid !== 0) return { uid, gid, name: username, group: groupOf(username) };
  const numberOf = (flag: string) => Number(execFileSync("id", [flag, "nobody"]).toString());
  return { uid: numberOf("-u"), gid: numberOf("-g"), name: "nobody", group: groupOf("nobody") };
}

function groupOf(user: string): string {
  return execFileSync("id", ["-gn", user]).toString().trim();
}

function configOf(home: string, port: number, { uid, gid, name, group }: Owner): string {
  const chroots = ["anvil", "stats"];
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:~/Maildir
first_valid_uid = 1
default_login_user = ${name}
default_internal_user = ${name}
default_internal_group = ${group}
passdb {
  driver = static
  args = password=${LOGIN.pass}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${home}/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
${chroots.map((service) => `service ${service} {\n  chroot =\n}`).join("\n")}
`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answers(port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error(`Dovecot ended with ${server.exitCode}.`);
    if (await greets(port)) return;
    await wait(50);
  }
  throw new Error("Dovecot did not answer.");
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("data", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
  });
}
