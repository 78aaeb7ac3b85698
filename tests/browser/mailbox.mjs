// A mail server on a free port of this machine: it keeps what it takes, and refuses for good whom it was told to refuse.
import { createServer } from "node:net";
import { once } from "node:events";

/** Starts one; `refused` are addresses that it does not take, and may be changed at any time. */
export async function startMailbox() {
  const [kept, refused, open] = [[], new Set(), new Set()];
  const server = createServer((socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    socket.on("error", () => {});
    converse(socket, { kept, refused });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = async () => {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, "close");
  };
  return { url: `smtp://127.0.0.1:${server.address().port}?tls=none`, kept, refused, stop };
}

/** One conversation, as RFC 5321 has it: a letter goes to those who were named since the last one. */
function converse(socket, { kept, refused }) {
  let [waiting, to, letter] = ["", [], null];
  const say = (line) => socket.write(`${line}\r\n`);
  const hear = (line) => {
    if (letter !== null) {
      if (line !== ".") return letter.push(line.replace(/^\./, ""));
      kept.push({ to, text: letter.join("\n") });
      [letter, to] = [null, []];
      return say("250 taken");
    }
    const address = line.match(/^RCPT TO:<([^>]*)>/i)?.[1];
    if (address !== undefined) {
      if (refused.has(address)) return say("550 5.1.1 nobody of this name lives here");
      to.push(address);
      return say("250 fine");
    }
    if (/^DATA/i.test(line)) {
      letter = [];
      return say("354 go on");
    }
    if (/^RSET/i.test(line)) to = [];
    if (/^QUIT/i.test(line)) return socket.end("221 good-bye\r\n");
    return say(/^EHLO/i.test(line) ? "250 mailbox" : "250 fine");
  };
  socket.setEncoding("utf8");
  say("220 mailbox");
  socket.on("data", (text) => {
    const lines = (waiting + text).split("\r\n");
    waiting = lines.pop();
    lines.forEach(hear);
  });
}
