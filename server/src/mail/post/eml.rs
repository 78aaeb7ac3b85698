//! How does a letter look on its way? As a message of RFC 5322, in plain text and HTML. In a folder it can be read as it
//! stands; a server is sent what any server takes.

use super::{Outgoing, Refusal};
use crate::config::Mailbox;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, MultiPart, SinglePart};
use lettre::{Address, Message};

/// From whom letters come that go into a folder of a platform without a sender.
const NOBODY: &str = "Viak <no-reply@viak.invalid>";

/// Where a letter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Into a folder.
    Folder,
    /// To a server.
    Server,
}

/// A part of a letter: as it stands in a folder, however long its lines are; as any server takes it otherwise.
fn part(kind: ContentType, text: &str, way: Way) -> SinglePart {
    let as_it_stands = match way {
        Way::Folder => Body::new_with_encoding(text.to_owned(), ContentTransferEncoding::Binary).ok(),
        Way::Server => None,
    };
    let body = as_it_stands.unwrap_or_else(|| Body::new(text.to_owned()));
    SinglePart::builder().header(kind).body(body)
}

/// The message of a letter. Its Message-ID is made from the letter's own identifier, so that one that is sent again
/// can be recognised.
pub(super) fn build(outgoing: &Outgoing, sender: Option<&Mailbox>, way: Way) -> Result<Message, Refusal> {
    let to = address(&outgoing.recipient)?;
    let from = match sender {
        Some(sender) => sender.clone(),
        None => NOBODY.parse().map_err(|_| Refusal::later("there is no sender"))?,
    };
    let domain = from.email.domain().to_owned();
    let builder = Message::builder()
        .from(from)
        .to(Mailbox::new(None, to))
        .subject(views::mail::one_line(&outgoing.subject))
        .date(outgoing.written_at.into())
        .message_id(Some(format!("<{}@{domain}>", outgoing.id)))
        .raw_header(raw("Auto-Submitted", "auto-generated")?)
        .raw_header(raw("Content-Language", &outgoing.language)?);
    let builder = match &outgoing.unsubscribe {
        Some(link) => builder.raw_header(raw("List-Unsubscribe", &format!("<{link}>"))?),
        None => builder,
    };
    let plain = part(ContentType::TEXT_PLAIN, &outgoing.text, way);
    let built = match &outgoing.html {
        Some(html) => {
            let html = part(ContentType::TEXT_HTML, html, way);
            builder.multipart(MultiPart::alternative().singlepart(plain).singlepart(html))
        }
        None => builder.singlepart(plain),
    };
    built.map_err(|error| Refusal::for_good(format!("the letter cannot be written: {error}")))
}

/// An address of one mailbox and nothing else: no name, no list, no second line.
fn address(recipient: &str) -> Result<Address, Refusal> {
    let wrong = || Refusal::bad_address("this is no address of a mailbox");
    if recipient.chars().any(|letter| letter.is_control() || letter.is_whitespace()) {
        return Err(wrong());
    }
    recipient.parse().map_err(|_| wrong())
}

fn raw(name: &str, value: &str) -> Result<HeaderValue, Refusal> {
    let name = HeaderName::new_from_ascii(name.to_owned())
        .map_err(|_| Refusal::for_good("the letter cannot be written"))?;
    Ok(HeaderValue::new(name, views::mail::one_line(value)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::MessageId;
    use crate::mail::model::Channel;
    use chrono::DateTime;

    fn letter(recipient: &str, subject: &str) -> Outgoing {
        Outgoing {
            id: MessageId::from_u128(7),
            channel: Channel::Email,
            recipient: recipient.to_owned(),
            language: "lo".to_owned(),
            subject: subject.to_owned(),
            text: format!("ສະບາຍດີ\n{}\n", "ຍາວ ".repeat(400)),
            html: Some("<p>ສະບາຍດີ</p>".to_owned()),
            written_at: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
            unsubscribe: None,
        }
    }

    #[test]
    fn a_line_break_makes_no_header() {
        for breaks in ["\n", "\r\n", "\r", "\u{2028}", "\u{85}"] {
            let evil =
                letter("a@example.la", &format!("Hello{breaks}Bcc: victim@example.la{breaks}{breaks}x"));
            let sent = String::from_utf8(build(&evil, None, Way::Folder).unwrap().formatted()).unwrap();
            let head = sent.split("\r\n\r\n").next().unwrap();
            assert!(!head.to_lowercase().contains("\nbcc:"), "{head}");
            assert_eq!(head.matches("\r\nSubject:").count(), 1, "{head}");
            assert!(head.contains("\r\nAuto-Submitted: auto-generated"), "{head}");
        }
    }

    #[test]
    fn a_letter_in_a_folder_can_be_read_as_it_stands_and_a_server_is_sent_seven_bits() {
        let written = |way| {
            let letter = build(&letter("a@example.la", "x"), None, way).unwrap();
            String::from_utf8(letter.formatted()).unwrap()
        };
        let (folder, server) = (written(Way::Folder), written(Way::Server));
        assert!(folder.contains("ສະບາຍດີ") && folder.contains("<p>ສະບາຍດີ</p>"), "{folder}");
        assert!(server.is_ascii(), "{server}");
    }

    #[test]
    fn what_is_no_single_address_is_refused_for_good() {
        let wrong = [
            "",
            "a",
            "a@",
            "a@example.la\nBcc: b@example.la",
            "a@example.la, b@example.la",
            "Anong <a@example.la>",
            "a@example.la>\r\nRCPT TO:<b@example.la",
            "a b@example.la",
        ];
        for recipient in wrong {
            let refusal = build(&letter(recipient, "x"), None, Way::Server).unwrap_err();
            assert!(refusal.for_good && refusal.bad_address, "{recipient:?}");
        }
    }

    #[test]
    fn a_letter_that_is_sent_again_carries_the_same_message_id() {
        let once = build(&letter("a@example.la", "x"), None, Way::Server).unwrap();
        let again = build(&letter("a@example.la", "x"), None, Way::Server).unwrap();
        let id = |message: &Message| message.headers().get_raw("Message-ID").unwrap().to_owned();
        assert_eq!(id(&once), id(&again));
        assert_eq!(id(&once), "<00000000-0000-0000-0000-000000000007@viak.invalid>");
    }
}
