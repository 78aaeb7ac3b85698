//! From where does a request come? The address of the peer, or what a believed proxy says of it.

use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, header};
use std::net::{IpAddr, SocketAddr};

/// The address of whoever asks; none where there is no connection.
pub(crate) fn address(extensions: &Extensions, headers: &HeaderMap, trusted: &[IpAddr]) -> Option<IpAddr> {
    let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip())?;
    Some(behind_proxy(peer, headers, trusted))
}

fn behind_proxy(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let forwarded = || {
        let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
        last.rsplit(',').next()?.trim().parse().ok()
    };
    let peer = peer.to_canonical();
    let believed = peer.is_loopback() || trusted.contains(&peer);
    if believed { forwarded().unwrap_or(peer) } else { peer }
}

/// The device, as its browser names itself: browser and system, no versions. Empty where it says nothing known.
pub(crate) fn device(parts: &Parts) -> String {
    let agent =
        parts.headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let named = |names: &[(&str, &'static str)]| {
        names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name)
    };
    let browser = named(&[
        ("OPR/", "Opera"),
        ("Opera", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("UCBrowser", "UC Browser"),
        ("Edg", "Edge"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let system = named(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("KAIOS", "KaiOS"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forwarded(value: &str) -> HeaderMap {
        HeaderMap::from_iter([(header::HeaderName::from_static("x-forwarded-for"), value.parse().unwrap())])
    }

    #[test]
    fn only_a_proxy_on_this_machine_or_of_the_settings_is_believed() {
        let (here, there): (IpAddr, IpAddr) = ("127.0.0.1".parse().unwrap(), "192.0.2.7".parse().unwrap());
        let headers = forwarded("10.0.0.1, 198.51.100.4");
        let caller: IpAddr = "198.51.100.4".parse().unwrap();
        assert_eq!(behind_proxy(here, &headers, &[]), caller);
        assert_eq!(behind_proxy(there, &headers, &[]), there);
        assert_eq!(behind_proxy(there, &headers, &["192.0.2.8".parse().unwrap()]), there);
        assert_eq!(behind_proxy(there, &headers, &[there]), caller);
        let mapped = "::ffff:192.0.2.7".parse().unwrap();
        assert_eq!(behind_proxy(mapped, &headers, &[there]), caller, "an old address in a new dress");
        assert_eq!(behind_proxy(here, &forwarded("unknown"), &[]), here);
        assert_eq!(behind_proxy(here, &HeaderMap::new(), &[]), here);
    }

    #[test]
    fn devices_are_named_by_browser_and_system() {
        let parts = |agent: &str| {
            let request = axum::http::Request::builder().header(header::USER_AGENT, agent).body(()).unwrap();
            request.into_parts().0
        };
        let chrome =
            "Mozilla/5.0 (Linux; Android 9; SM-J260) AppleWebKit/537.36 Chrome/99.0 Mobile Safari/537.36";
        assert_eq!(device(&parts(chrome)), "Chrome, Android");
        assert_eq!(device(&parts("curl/8")), "");
    }
}
