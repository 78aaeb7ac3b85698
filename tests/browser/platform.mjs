// A demonstration of the platform in a process of its own, over a temporary folder and on a free port.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const workspace = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The program under test. */
export function program() {
  return process.env.VIAK_PROGRAM ?? join(workspace, "target", "debug", "viak");
}

/**
 * Starts `viak demo`, which sends its letters to `mail`, over a folder that is there or a new one; resolves when it listens,
 * with its address, what it printed, and how its commands are called.
 */
export async function startPlatform(mail, folder) {
  if (!existsSync(program())) {
    throw new Error("the program is not built: run `cargo build --workspace --bins` first, or ./tests/run");
  }
  const data = folder ?? (await mkdtemp(join(tmpdir(), "viak-browser-")));
  const settings = ["--data", data, "--listen", "127.0.0.1:0", "--metrics", "off"];
  settings.push("--mail", mail, "--mail-from", "Viak <no-reply@viak.example>");
  const child = spawn(program(), [...settings, "demo"], { cwd: data, stdio: ["ignore", "pipe", "inherit"] });
  const said = [];
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const address = await Promise.race([
    listening(child.stdout, said),
    ended.then((code) => Promise.reject(new Error(`the platform ended with ${code} before it listened`))),
  ]);
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  return { address, data, said, stop, program: program(), settings: ["--data", data] };
}

/** The address on which it listens; the lines before go to `said`. */
async function listening(output, said) {
  const lines = createInterface({ input: output });
  for await (const line of lines) {
    const found = line.match(/listening on (http:\/\/\S+)/);
    if (found) {
      output.resume();
      return found[1].replace(/\/$/, "");
    }
    said.push(line);
  }
  throw new Error("the platform said nothing of listening");
}
