//! The assembled application in one process, as a test holds it.

use chrono::{DateTime, TimeZone, Utc};
use server::app::{Platform, Schema};
use server::audit::By;
use server::clock::Clock;
use server::config::{Contact, MailRoute, Settings, SmsRoute, Sources};
use server::documents::Extractor;
use server::ids::ImportId;
use server::mail::Channel;
use server::people::commands::register_batch;
use server::people::draft::PersonDraft;
use server::reference::ReferenceBook;
use server::vacancies::commands::{expire, publish_batch, withdraw_missing};
use server::vacancies::draft::VacancyDraft;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use tempfile::TempDir;

/// The day on which tests take place, at seven in the morning in Vientiane.
#[must_use]
pub fn test_morning() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 22, 0, 0, 0).single().expect("a day of the calendar")
}

/// The application over a temporary folder, with a clock that only the test moves.
///
/// Dropping it with changes that no follower has seen fails the test, so that no assertion about
/// pages stands on an index that lags; `settle` brings the followers to the present.
pub struct TestApp {
    platform: Arc<Platform>,
    folder: TempDir,
    seconds: Arc<AtomicI64>,
    unsettled: AtomicBool,
}

impl TestApp {
    /// Opens the application on an empty SQLite database.
    pub async fn start() -> Self {
        Self::open(tempfile::tempdir().expect("a temporary folder"), None).await
    }

    /// Opens the application on a PostgreSQL database.
    pub async fn start_on(database_url: String) -> Self {
        Self::open(tempfile::tempdir().expect("a temporary folder"), Some(database_url)).await
    }

    /// Opens the application on an empty SQLite database with other settings.
    pub async fn start_with(change: impl FnOnce(&mut Settings)) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut settings = settings(folder.path(), None);
        change(&mut settings);
        Self::of(folder, settings).await
    }

    /// Opens the application over a folder, or a database, that somebody else has filled.
    pub async fn over(folder: TempDir, database_url: Option<String>) -> Self {
        Self::open(folder, database_url).await
    }

    async fn open(folder: TempDir, database_url: Option<String>) -> Self {
        let settings = settings(folder.path(), database_url);
        Self::of(folder, settings).await
    }

    async fn of(folder: TempDir, settings: Settings) -> Self {
        let seconds = Arc::new(AtomicI64::new(test_morning().timestamp()));
        let shown = seconds.clone();
        let clock = Clock::from_source(move || {
            Utc.timestamp_opt(shown.load(Ordering::SeqCst), 0).single().expect("a moment of the calendar")
        });
        let platform = Platform::open(settings, clock, Schema::Migrate).await.expect("the platform opens");
        Self { platform, folder, seconds, unsettled: AtomicBool::new(false) }
    }

    /// The same with the built program to read uploaded files; a test is none that could.
    #[must_use]
    pub fn reading_files(mut self) -> Self {
        let platform = Arc::get_mut(&mut self.platform).expect("nobody else holds the platform yet");
        platform.papers.extractor = Extractor::of(crate::program::program());
        self
    }

    /// The application.
    pub fn platform(&self) -> &Arc<Platform> {
        &self.platform
    }

    /// Its reference data.
    #[must_use]
    pub fn book(&self) -> Arc<ReferenceBook> {
        self.platform.book()
    }

    /// Its data folder.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_path_buf()
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.platform.clock.now()
    }

    /// Lets days pass.
    pub fn days_pass(&self, days: u32) {
        self.seconds.fetch_add(i64::from(days) * 86_400, Ordering::SeqCst);
    }

    /// Lets seconds pass.
    pub fn seconds_pass(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::SeqCst);
    }

    /// Publishes vacancies of `source`, as one import of it; returns how many were new or changed.
    pub async fn publish(&self, source: &str, drafts: &[VacancyDraft]) -> (ImportId, usize) {
        let import = ImportId::new(self.now());
        let published = publish_batch(&self.platform.database, source, import, drafts, self.now()).await;
        self.unsettled.store(true, Ordering::SeqCst);
        (import, published.expect("the vacancies are published").accepted)
    }

    /// Withdraws what earlier imports of `source` kept open and `import` did not hold.
    pub async fn withdraw_missing(&self, source: &str, import: ImportId) -> usize {
        self.unsettled.store(true, Ordering::SeqCst);
        let withdrawn =
            withdraw_missing(&self.platform.database, (source, &By::at_command_line()), import, self.now())
                .await;
        withdrawn.expect("the vacancies are withdrawn")
    }

    /// Closes the vacancies whose last day has passed.
    pub async fn expire(&self) -> usize {
        self.unsettled.store(true, Ordering::SeqCst);
        expire(&self.platform.database, self.now()).await.expect("the vacancies expire")
    }

    /// Registers people of `source`.
    pub async fn register(&self, source: &str, drafts: &[PersonDraft]) {
        self.unsettled.store(true, Ordering::SeqCst);
        let registered = register_batch(&self.platform.database, source, drafts, self.now()).await;
        registered.expect("the people are registered");
    }

    /// Brings index and matching columns to the present.
    pub async fn settle(&self) {
        self.platform.catch_up_indexes().await.expect("the index follows");
        self.platform.catch_up_columns().await.expect("the columns follow");
        self.unsettled.store(false, Ordering::SeqCst);
    }

    /// Sends the short messages that are due, and takes them out of the folder where they are put: number and text of
    /// each that was not taken before.
    pub async fn short_messages(&self) -> Vec<(String, String)> {
        let (_told, ended) = tokio::sync::watch::channel(false);
        self.platform.mail_worker().send_due(Channel::Sms, &ended).await.expect("short messages are sent");
        let Ok(files) = std::fs::read_dir(self.folder().join("sms")) else { return Vec::new() };
        let taken = files.map(|file| {
            let path = file.expect("the folder can be read").path();
            let text = std::fs::read_to_string(&path).expect("a message is text");
            std::fs::remove_file(&path).expect("a message can be taken");
            let message: serde_json::Value = serde_json::from_str(&text).expect("a message is JSON");
            let field =
                |name: &str| message.get(name).and_then(|held| held.as_str()).unwrap_or_default().to_owned();
            (field("to"), field("text"))
        });
        taken.collect()
    }

    /// The code in the one short message that waits for `number`.
    pub async fn code_for(&self, number: &str) -> String {
        let messages = self.short_messages().await;
        let texts: Vec<&String> =
            messages.iter().filter(|(to, _)| to == number).map(|(_, text)| text).collect();
        let [text] = texts.as_slice() else { panic!("{number} has {} messages", texts.len()) };
        let digits: String = text.chars().filter(char::is_ascii_digit).take(6).collect();
        assert_eq!(digits.len(), 6, "no code in {text:?}");
        digits
    }

    /// Ends the process, so to speak, without a last word to its followers, and opens it again.
    pub async fn crash_and_reopen(mut self) -> Self {
        self.unsettled.store(false, Ordering::SeqCst);
        let database_url = self.platform.settings.database_url.clone();
        let folder = std::mem::replace(&mut self.folder, tempfile::tempdir().expect("a temporary folder"));
        let seconds = self.seconds.load(Ordering::SeqCst);
        drop(self);
        let reopened = Self::open(folder, database_url).await;
        reopened.seconds.store(seconds, Ordering::SeqCst);
        reopened
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        let unsettled = self.unsettled.load(Ordering::SeqCst);
        assert!(
            !unsettled || std::thread::panicking(),
            "a test ended with changes that no follower has seen"
        );
    }
}

fn settings(folder: &Path, database_url: Option<String>) -> Settings {
    Settings {
        data: folder.to_path_buf(),
        database_url,
        index: folder.join("index"),
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        metrics: None,
        public_url: Some("https://viak.example".to_owned()),
        trusted_proxies: Vec::new(),
        title_vectors: None,
        mail: MailRoute::Directory(folder.join("mail")),
        mail_from: None,
        sms: SmsRoute::Directory(folder.join("sms")),
        keys: crate::program::keys(),
        known_passwords: None,
        contact: Contact::default(),
        sources: Sources::default(),
    }
}
