//! Somebody's browser: keeps cookies, follows redirects, sends forms as pages of the platform do.

use crate::app::TestApp;
use crate::page::Page;
use axum::body::Body;
use axum::http::{StatusCode, header};
use std::collections::BTreeMap;
use std::net::IpAddr;

/// Redirects that are followed; pages need one or two.
const REDIRECTS: usize = 5;

/// A browser of somebody.
pub struct Device<'a> {
    app: &'a TestApp,
    address: IpAddr,
    /// By name; what is set to nothing is gone.
    cookies: BTreeMap<String, String>,
    /// The path on which it is.
    pub path: String,
}

impl<'a> Device<'a> {
    /// A browser that was never here, whose reader has chosen English.
    #[must_use]
    pub fn new(app: &'a TestApp) -> Self {
        Self::at(app, IpAddr::from([192, 0, 2, 1]))
    }

    /// The same at another address.
    #[must_use]
    pub fn at(app: &'a TestApp, address: IpAddr) -> Self {
        let cookies = BTreeMap::from([("__Host-lang".to_owned(), "en".to_owned())]);
        Self { app, address, cookies, path: "/".to_owned() }
    }

    /// The application that it visits.
    #[must_use]
    pub fn app(&self) -> &'a TestApp {
        self.app
    }

    /// A copy of it, as somebody has who stole its cookies.
    #[must_use]
    pub fn stolen(&self) -> Self {
        Self { app: self.app, address: self.address, cookies: self.cookies.clone(), path: self.path.clone() }
    }

    /// The value of a cookie.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Gives it a cookie.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Opens a page, wherever it leads.
    pub async fn open(&mut self, path: &str) -> Page {
        let page = self.ask("GET", path, "", &[]).await;
        self.follow(page).await
    }

    /// Opens a page, and follows nothing.
    pub async fn look(&mut self, path: &str) -> Page {
        self.ask("GET", path, "", &[]).await
    }

    /// Sends a form of a page of the platform, and opens what it leads to.
    pub async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.send(path, fields, &[("sec-fetch-site", "same-origin")]).await;
        self.follow(page).await
    }

    /// Sends a form that is taken.
    pub async fn done(&mut self, path: &str, fields: &[(&str, &str)]) {
        let page = self.submit(path, fields).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.main_text());
    }

    /// Sends a form with the headers given, and follows nothing.
    pub async fn send(&mut self, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Page {
        let pairs = fields.iter().map(|(name, value)| format!("{name}={}", crate::encoded(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let form = [("content-type", "application/x-www-form-urlencoded")];
        let headers: Vec<(&str, &str)> = headers.iter().copied().chain(form).collect();
        self.ask("POST", path, &body, &headers).await
    }

    /// Sends a form with one file, as a browser does.
    pub async fn upload(&mut self, path: &str, name: &str, bytes: &[u8]) -> Page {
        let head = format!(
            "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             content-type: application/pdf\r\n\r\n"
        );
        let body = [head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat();
        self.stream(path, Body::from(body)).await
    }

    /// Sends a form with files whose parts are divided by `--edge`.
    pub async fn stream(&mut self, path: &str, body: Body) -> Page {
        let form =
            [("content-type", "multipart/form-data; boundary=edge"), ("sec-fetch-site", "same-origin")];
        let page = self.ask_with("POST", path, body, &form).await;
        self.follow(page).await
    }

    async fn follow(&mut self, page: Page) -> Page {
        let mut page = page;
        for _ in 0..REDIRECTS {
            if page.status != StatusCode::SEE_OTHER {
                return page;
            }
            let to = page.header("location").to_owned();
            page = self.ask("GET", &to, "", &[]).await;
        }
        panic!("{} leads round and round", self.path);
    }

    async fn ask(&mut self, method: &str, path: &str, body: &str, headers: &[(&str, &str)]) -> Page {
        self.ask_with(method, path, Body::from(body.to_owned()), headers).await
    }

    async fn ask_with(&mut self, method: &str, path: &str, body: Body, headers: &[(&str, &str)]) -> Page {
        path.clone_into(&mut self.path);
        let held = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        let held = held.collect::<Vec<_>>().join("; ");
        let headers: Vec<(&str, &str)> = headers.iter().copied().chain([("cookie", held.as_str())]).collect();
        let page = self.app.send_from(self.address, (method, path), &headers, body).await;
        for set in page.headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().expect("a cookie is text");
            let (name, value) = set.split(';').next().and_then(|pair| pair.split_once('=')).expect("a pair");
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        page
    }
}
