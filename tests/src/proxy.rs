//! A proxy that gives each connection to the next server in turn, passing over those that do not listen.

use std::io::copy;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A proxy; it lives as long as the test's process.
#[derive(Clone)]
pub struct Proxy {
    address: String,
    servers: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    /// Listens on a free port.
    #[must_use]
    pub fn start(servers: &[&str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("a listener has an address").to_string();
        let servers: Vec<String> = servers.iter().map(|server| (*server).to_owned()).collect();
        let proxy = Self { address, servers: Arc::new(Mutex::new(servers)) };
        let passing = proxy.clone();
        std::thread::spawn(move || {
            for (turn, caller) in listener.incoming().flatten().enumerate() {
                let server = passing.next(turn);
                std::thread::spawn(move || server.map(|server| join(&caller, &server)));
            }
        });
        proxy
    }

    /// Host and port.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Lets another server take its turns.
    pub fn add(&self, server: &str) {
        self.servers.lock().expect("no thread panics").push(server.to_owned());
    }

    fn next(&self, turn: usize) -> Option<TcpStream> {
        let servers = self.servers.lock().expect("no thread panics").clone();
        let from = turn % servers.len().max(1);
        let mut turns = servers.iter().cycle().skip(from).take(servers.len());
        turns.find_map(|server| TcpStream::connect(server).ok())
    }
}

/// Passes bytes both ways until both ends have ended.
fn join(caller: &TcpStream, server: &TcpStream) {
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let (mut from, mut to) = (caller, server);
            copy(&mut from, &mut to).ok();
            server.shutdown(Shutdown::Write).ok();
        });
        let (mut from, mut to) = (server, caller);
        copy(&mut from, &mut to).ok();
        caller.shutdown(Shutdown::Both).ok();
    });
}
