"""A mail server for tests: aiosmtpd, told by the local part of each address how to behave.

usage: smtp_server.py FOLDER [--starttls CERTIFICATE KEY] [--account USER PASSWORD]

Prints its port, then a line for each thing that happens. Letters that it takes lie in FOLDER, one file each, under
a running number: recipient of the envelope, headers and parts, read by Python's own library.

local part begins with   what happens
later                    451 at RCPT
nobody                   550 5.1.1 at RCPT
relay                    554 5.7.1 at RCPT
full                     452 at DATA's end
spam                     554 at DATA's end
breaks                   the connection is closed in the middle of DATA
stalls                   no answer at RCPT, ever
holds                    the letter is kept, and no answer ever comes
slow                     the letter is kept, and the answer comes a moment later

Once FOLDER/mended exists, all behave well.
"""

import argparse
import asyncio
import email
import email.policy
import json
import os
import ssl

from aiosmtpd.smtp import SMTP, AuthResult

options = argparse.ArgumentParser()
options.add_argument("folder")
options.add_argument("--starttls", nargs=2)
options.add_argument("--account", nargs=2)
options = options.parse_args()
kept = 0


def say(*words):
    print(*words, flush=True)


def mended():
    return os.path.exists(os.path.join(options.folder, "mended"))


def keep(recipient, content):
    global kept
    kept += 1
    letter = email.message_from_bytes(content, policy=email.policy.default)
    parts = [[part.get_content_type(), part.get_content()] for part in letter.walk() if not part.is_multipart()]
    read = {
        "recipient": recipient,
        "headers": [[name.lower(), str(value)] for name, value in letter.items()],
        "type": letter.get_content_type(),
        "parts": parts,
    }
    file = os.path.join(options.folder, f"{kept:04}.json")
    with open(file + ".part", "w") as out:
        json.dump(read, out)
    os.rename(file + ".part", file)
    say("kept", kept, recipient)


async def for_ever():
    await asyncio.Event().wait()


class Behaviour:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        name = "" if mended() else address.split("@")[0]
        say("rcpt", address)
        if name.startswith("later"):
            return "451 4.3.0 try again later"
        if name.startswith("nobody"):
            return f"550 5.1.1 <{address}>: no such user"
        if name.startswith("relay"):
            return "554 5.7.1 relay access denied"
        if name.startswith("stalls"):
            await for_ever()
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server, session, envelope):
        recipient = envelope.rcpt_tos[0]
        name = "" if mended() else recipient.split("@")[0]
        if name.startswith("full"):
            return "452 4.2.2 mailbox full"
        if name.startswith("spam"):
            return "554 this is not wanted here"
        keep(recipient, envelope.content)
        if name.startswith("holds"):
            await for_ever()
        if name.startswith("slow"):
            await asyncio.sleep(0.1)
        return f"250 2.0.0 kept as {kept}"


class Server(SMTP):
    def connection_made(self, transport):
        say("connected")
        super().connection_made(transport)

    async def smtp_DATA(self, arg):
        if self.envelope.rcpt_tos and self.envelope.rcpt_tos[0].startswith("breaks") and not mended():
            await self.push("354 go on")
            await self._reader.read(20)
            say("broke", self.envelope.rcpt_tos[0])
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


def authenticator(server, session, envelope, mechanism, data):
    user, password = options.account
    right = data.login == user.encode() and data.password == password.encode()
    say("account", "right" if right else "wrong")
    return AuthResult(success=right, handled=False)


async def main():
    context = None
    if options.starttls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*options.starttls)

    def make():
        return Server(
            Behaviour(),
            hostname="mail.example.la",
            tls_context=context,
            require_starttls=bool(context),
            authenticator=authenticator if options.account else None,
            auth_required=bool(options.account),
            auth_require_tls=bool(context),
            timeout=3600,
        )

    server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0)
    say("port", server.sockets[0].getsockname()[1])
    await for_ever()


asyncio.run(main())
