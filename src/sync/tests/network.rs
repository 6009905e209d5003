//! Depots that live in the test, and a network between that does everything networks do.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use pluis_envelope::{DeviceId, Envelope, Kind, derive_hash};

use super::{Random, pause};
use crate::sync::transport::{Method, NoAnswer, Request, Response, Transport};
use crate::sync::wire;

/// What a depot holds of one vault.
#[derive(Clone, Default)]
pub(super) struct Shelf {
    pub(super) chains: BTreeMap<DeviceId, Vec<Vec<u8>>>,
    /// Places in the order in which they were erased.
    erased: BTreeMap<DeviceId, Vec<usize>>,
}

/// What goes wrong on the way, in percent.
#[derive(Clone, Copy)]
pub(super) struct Faults {
    pub(super) percent: usize,
}

/// Depots and the ways to them.
pub(super) struct Network {
    pub(super) shelves: Vec<RefCell<Shelf>>,
    pub(super) is_lost: Vec<Cell<bool>>,
    /// Requests that arrive later, out of their order.
    late: RefCell<Vec<(usize, Request)>>,
    pub(super) random: RefCell<Random>,
    pub(super) faults: Cell<Faults>,
    pub(super) requests: RefCell<Vec<Request>>,
}

impl Network {
    pub(super) fn new(depots: usize, random: Random) -> Self {
        Self {
            shelves: (0..depots).map(|_| RefCell::default()).collect(),
            is_lost: (0..depots).map(|_| Cell::new(false)).collect(),
            late: RefCell::default(),
            random: RefCell::new(random),
            faults: Cell::new(Faults { percent: 0 }),
            requests: RefCell::default(),
        }
    }

    pub(super) fn way(&self, depot: usize) -> Way<'_> {
        Way { network: self, depot, token: 200 }
    }

    /// Lets everything arrive that is still on its way.
    pub(super) fn deliver_late(&self) {
        for (depot, request) in self.late.take() {
            self.shelves[depot].borrow_mut().answer(&request);
        }
    }

    fn deliver_one_late(&self) {
        let mut late = self.late.borrow_mut();
        if !late.is_empty() {
            let place = self.random.borrow_mut().below(late.len());
            let (depot, request) = late.remove(place);
            self.shelves[depot].borrow_mut().answer(&request);
        }
    }
}

/// A way to one depot; `token` is the status of a guard before it, 200 to pass.
pub(super) struct Way<'network> {
    network: &'network Network,
    depot: usize,
    pub(super) token: u16,
}

impl Transport for Way<'_> {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        pause().await;
        let network = self.network;
        network.requests.borrow_mut().push(request.clone());
        if network.is_lost[self.depot].get() {
            return Err(NoAnswer);
        }
        if self.token != 200 {
            return Ok(plain(self.token));
        }
        let shelf = &network.shelves[self.depot];
        let (is_faulty, fault, is_done, status, cut) = {
            let mut random = network.random.borrow_mut();
            let is_faulty = random.chance(network.faults.get().percent);
            let status = 100 + random.below(500) as u16;
            (is_faulty, random.below(7), random.chance(50), status, random.next())
        };
        if !is_faulty {
            return Ok(shelf.borrow_mut().answer(&request));
        }
        network.deliver_one_late();
        match fault {
            0 => Err(NoAnswer),
            1 => {
                shelf.borrow_mut().answer(&request);
                pause().await;
                Err(NoAnswer)
            }
            2 => {
                shelf.borrow_mut().answer(&request);
                Ok(shelf.borrow_mut().answer(&request))
            }
            3 => {
                network.late.borrow_mut().push((self.depot, request));
                Err(NoAnswer)
            }
            4 => {
                let mut response = shelf.borrow_mut().answer(&request);
                let length = cut as usize % (response.body.len() + 1);
                response.body.truncate(length);
                Ok(response)
            }
            5 => {
                // A depot that says "stored" has stored: one that lies is one that went back.
                if is_done || matches!(status, 200 | 201 | 204) {
                    shelf.borrow_mut().answer(&request);
                }
                Ok(plain(status))
            }
            _ => {
                let mut noise = Random(cut);
                let body = (0..cut % 2_000).map(|_| noise.next() as u8).collect();
                Ok(Response { body, ..shelf.borrow_mut().answer(&request) })
            }
        }
    }
}

/// After how many days the backups of these depots have nothing that was erased.
pub(super) const BACKUP_DAYS: u32 = 14;

fn plain(status: u16) -> Response {
    Response { status, retry_after: None, backup_days: None, body: Vec::new() }
}

impl Shelf {
    /// Does what a depot does.
    fn answer(&mut self, request: &Request) -> Response {
        let (path, query) = request.path.split_once('?').unwrap_or((&request.path, ""));
        let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        let id = |text: &str| wire::from_hex(text).and_then(|id| id.try_into().ok());
        let device = |text: &str| DeviceId(id(text).expect("an id"));
        match (request.method, &parts[3..]) {
            (Method::Get, ["heads"]) => self.heads(),
            (Method::Get, [of]) => self.list(device(of), query),
            (Method::Put, [of, seq]) => plain(self.put(device(of), seq, &request.body)),
            (Method::Delete, [of, seq]) => {
                let status = self.erase(device(of), seq, &request.body);
                Response { backup_days: Some(BACKUP_DAYS), ..plain(status) }
            }
            (Method::Delete, ["envelopes"]) if request.body != self.heads().body => plain(412),
            (Method::Delete, ["envelopes"]) => {
                self.chains.clear();
                self.erased.clear();
                plain(204)
            }
            _ => plain(404),
        }
    }

    fn heads(&self) -> Response {
        let mut body = Vec::new();
        for (device, chain) in &self.chains {
            let last = chain.last().expect("no chain is empty");
            body.extend(device.0);
            body.extend((chain.len() as u64).to_be_bytes());
            body.extend(if is_tombstone(last) { [0; 32] } else { derive_hash(last) });
            body.extend((self.erased.get(device).map_or(0, Vec::len) as u64).to_be_bytes());
        }
        Response { body, ..plain(200) }
    }

    fn list(&self, device: DeviceId, query: &str) -> Response {
        let number = |name: &str| {
            let pair = query.split('&').find_map(|pair| pair.strip_prefix(name));
            pair.and_then(|value| value.parse::<usize>().ok())
        };
        let chain = self.chains.get(&device).map_or(&[][..], Vec::as_slice);
        let max = number("max=").unwrap_or(200);
        let body = match number("erased_after=") {
            Some(after) => {
                let erased = self.erased.get(&device).into_iter().flatten().skip(after);
                erased.filter_map(|seq| chain.get(seq - 1)).flatten().copied().collect()
            }
            None => {
                let after = number("after=").expect("a number");
                chain.iter().skip(after).take(max).flatten().copied().collect()
            }
        };
        Response { body, ..plain(200) }
    }

    fn put(&mut self, device: DeviceId, seq: &str, body: &[u8]) -> u16 {
        let seq: usize = seq.parse().expect("a seq");
        let previous = Envelope::parse(body).expect("an envelope").header().previous;
        let chain = self.chains.get(&device).map_or(&[][..], Vec::as_slice);
        if seq > chain.len() + 1 {
            return 412;
        }
        if let Some(there) = chain.get(seq - 1) {
            return match there {
                there if there == body => 200,
                there if is_tombstone(there) => 410,
                _ => 409,
            };
        }
        let expected = chain
            .last()
            .map_or(Some([0; 32]), |last| (!is_tombstone(last)).then(|| derive_hash(last)));
        if expected.is_some_and(|expected| expected != previous) {
            return 409;
        }
        if is_tombstone(body) {
            self.erased.entry(device).or_default().push(seq);
        }
        self.chains.entry(device).or_default().push(body.to_vec());
        201
    }

    fn erase(&mut self, device: DeviceId, seq: &str, body: &[u8]) -> u16 {
        let seq: usize = seq.parse().expect("a seq");
        let place = self.chains.get_mut(&device).and_then(|chain| chain.get_mut(seq - 1));
        let Some(place) = place else { return 404 };
        if place == body {
            return 200;
        }
        if is_tombstone(place) {
            return 410;
        }
        *place = body.to_vec();
        self.erased.entry(device).or_default().push(seq);
        200
    }

    pub(super) fn length(&self, device: DeviceId) -> u64 {
        self.chains.get(&device).map_or(0, |chain| chain.len() as u64)
    }
}

fn is_tombstone(bytes: &[u8]) -> bool {
    Envelope::parse(bytes).is_ok_and(|envelope| envelope.header().kind == Kind::Tombstone)
}
