//! Where the depot keeps everything: SQLite in one file, or a server that speaks PostgreSQL.
//!
//! Both run the same SQL (numbered parameters, the common subset) on threads of their own, so the
//! rules in [`crate::keeping`] are written once, as straight code over [`Sql`]. It decides nothing
//! about envelopes. What [`Database::write`] returned is durable: the answer waits for the commit.

mod postgres;
mod schema;
mod sqlite;
mod tls;
mod value;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use tokio::sync::{mpsc, oneshot};

use crate::trouble::Trouble;

pub use sqlite::copy_file;
pub use value::{Row, Value};

/// How many pieces of work may wait before the depot says that it is busy.
const QUEUE: usize = 1024;
/// How often a piece of work is done again because another depot was first.
const TRIES: usize = 5;

/// Why the database did not do what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Nothing can be added; what was there stays.
    #[error("no room left in the database")]
    Full,
    /// It cannot be told whether anything was written; the same request can be repeated.
    #[error("the database does not answer")]
    Unavailable,
    /// Another writer changed the same rows first.
    #[error("another writer was first")]
    Raced,
    /// More work waits than can be done soon.
    #[error("too much work waits")]
    Busy,
    /// A stored value is not of the expected form.
    #[error("a stored value is damaged")]
    Damaged,
}

/// A transaction at work.
pub trait Sql {
    /// Returns the rows that a statement gives.
    ///
    /// # Errors
    /// Fails as the database does.
    fn rows(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<Row>, Failure>;

    /// Runs a statement and returns how many rows it changed.
    ///
    /// # Errors
    /// Fails as the database does.
    fn change(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, Failure>;

    /// Returns what is wrong with the file itself; a server looks after its own.
    ///
    /// # Errors
    /// Fails as the database does.
    fn check_file(&mut self) -> Result<Vec<String>, Failure> {
        Ok(Vec::new())
    }
}

/// A database at work; clones share its threads.
#[derive(Debug, Clone)]
pub struct Database {
    writes: mpsc::Sender<Job>,
    reads: mpsc::Sender<Job>,
    threads: Arc<Vec<JoinHandle<()>>>,
}

impl Database {
    /// Opens, or makes, the file in a folder.
    ///
    /// # Errors
    /// Names the folder and what would help.
    pub fn in_folder(data: &Path) -> Result<Self, Trouble> {
        sqlite::open(data)
    }

    /// Connects to a server.
    ///
    /// # Errors
    /// Names the setting and what would help.
    pub fn on_server(address: &str) -> Result<Self, Trouble> {
        postgres::open(address)
    }

    /// Does work in one transaction, and returns once it is durable.
    ///
    /// The work may run more than once, so it changes nothing but the database.
    ///
    /// # Errors
    /// Nothing was written, or ([`Failure::Unavailable`]) it cannot be told.
    pub async fn write<T, W>(&self, work: W) -> Result<T, Failure>
    where
        T: Send + 'static,
        W: Fn(&mut dyn Sql) -> Result<T, Failure> + Send + Sync + 'static,
    {
        repeat(&self.writes, Leftover::None, work).await
    }

    /// Does work that erases: what it overwrote is gone from the file too when this returns.
    ///
    /// # Errors
    /// As [`Database::write`].
    pub async fn erase<T, W>(&self, work: W) -> Result<T, Failure>
    where
        T: Send + 'static,
        W: Fn(&mut dyn Sql) -> Result<T, Failure> + Send + Sync + 'static,
    {
        repeat(&self.writes, Leftover::Erased, work).await
    }

    /// Does work that only reads, in one transaction.
    ///
    /// # Errors
    /// Fails as the database does.
    pub async fn read<T, W>(&self, work: W) -> Result<T, Failure>
    where
        T: Send + 'static,
        W: Fn(&mut dyn Sql) -> Result<T, Failure> + Send + Sync + 'static,
    {
        repeat(&self.reads, Leftover::None, work).await
    }

    /// Waits until all work is done, and closes the files; the last clone does so.
    pub fn close(self) {
        let Self { writes, reads, threads } = self;
        drop((writes, reads));
        for thread in Arc::into_inner(threads).into_iter().flatten() {
            let _ = thread.join();
        }
    }
}

async fn repeat<T, W>(queue: &mpsc::Sender<Job>, leftover: Leftover, work: W) -> Result<T, Failure>
where
    T: Send + 'static,
    W: Fn(&mut dyn Sql) -> Result<T, Failure> + Send + Sync + 'static,
{
    let work = Arc::new(work);
    for _ in 0..TRIES {
        let (reply, answer) = oneshot::channel();
        let task = Box::new(Call { work: Arc::clone(&work), reply });
        queue.try_send(Job { task, leftover }).map_err(|_| Failure::Busy)?;
        match answer.await.unwrap_or(Err(Failure::Unavailable)) {
            Err(Failure::Raced) => {}
            outcome => return outcome,
        }
    }
    Err(Failure::Busy)
}

/// What has to be wiped after a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leftover {
    None,
    Erased,
}

/// A piece of work in a queue.
struct Job {
    task: Box<dyn Task>,
    leftover: Leftover,
}

/// Tells the caller how a transaction ended; a failure of the work itself goes before it.
type Finish = Box<dyn FnOnce(Result<(), Failure>) + Send>;

trait Task: Send {
    /// Runs inside a transaction; a failure asks to roll back what this task did.
    fn run(self: Box<Self>, sql: &mut dyn Sql) -> (Result<(), Failure>, Finish);
    /// Tells the caller that the task was never run.
    fn refuse(self: Box<Self>, failure: Failure);
}

struct Call<T, W> {
    work: Arc<W>,
    reply: oneshot::Sender<Result<T, Failure>>,
}

impl<T, W> Task for Call<T, W>
where
    T: Send + 'static,
    W: Fn(&mut dyn Sql) -> Result<T, Failure> + Send + Sync + 'static,
{
    fn run(self: Box<Self>, sql: &mut dyn Sql) -> (Result<(), Failure>, Finish) {
        let result = (self.work)(sql);
        let outcome = result.as_ref().map(|_| ()).map_err(|failure| *failure);
        let reply = self.reply;
        // A caller that went away is no trouble of ours.
        let finish = move |committed: Result<(), Failure>| {
            let _ = reply.send(result.and_then(|value| committed.map(|()| value)));
        };
        (outcome, Box::new(finish))
    }

    fn refuse(self: Box<Self>, failure: Failure) {
        let _ = self.reply.send(Err(failure));
    }
}

/// Waits for the next piece of work in a queue that several threads share.
fn next(waiting: &Mutex<mpsc::Receiver<Job>>) -> Option<Job> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).blocking_recv()
}
