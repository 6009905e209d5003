//! The embedded database: one file, one writer that commits in groups, a few readers.
//!
//! Defends against a power cut (write-ahead log, synced at every commit) and leaves nothing of what
//! was erased in its files. It does not defend against a disk that lies about syncing.

use std::fs::{DirBuilder, File};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OpenFlags, ffi, params_from_iter};
use tokio::sync::mpsc::{self, Receiver};

use super::{Database, Failure, Finish, Job, Leftover, QUEUE, Row, Sql, Value, schema};
use crate::log;
use crate::trouble::Trouble;

/// The file's name in its folder.
const FILE: &str = "depot.sqlite";
/// How many requests share one commit, and so one sync of the disk.
const GROUP: usize = 64;
const READERS: usize = 2;
/// How long to wait for another program, such as a running `invite`.
const BUSY: Duration = Duration::from_secs(5);

/// Opens, or makes, the file in a folder.
pub fn open(data: &Path) -> Result<Database, Trouble> {
    let refused = |problem: String| {
        Trouble::new(
            "--data",
            &format!("{}: {problem}", data.display()),
            "name a folder on a local disk that this user may write to",
        )
    };
    make_folder(data).map_err(|problem| refused(problem.to_string()))?;
    let file = data.join(FILE);
    let writer = connect_writer(&file).map_err(|problem| refused(problem.to_string()))?;
    match schema::prepare(&mut OnSqlite(&writer)) {
        Ok(schema::VERSION) => {}
        Ok(version) => return Err(schema::newer(version)),
        Err(failure) => return Err(refused(failure.to_string())),
    }
    // What is found in the log after a crash may not have reached the disk: from here on it has.
    wipe_log(&writer);
    let (writes, waiting) = mpsc::channel(QUEUE);
    let mut threads = vec![thread::spawn(move || write_in_groups(&writer, waiting))];
    let (reads, waiting) = mpsc::channel(QUEUE);
    let waiting = Arc::new(Mutex::new(waiting));
    for _ in 0..READERS {
        let reader = connect_reader(&file).map_err(|problem| refused(problem.to_string()))?;
        threads.push(spawn_reader(reader, Arc::clone(&waiting)));
    }
    Ok(Database { writes, reads, threads: Arc::new(threads) })
}

/// Copies the file in a folder, also while it is written to; leftovers of what was erased stay out.
///
/// # Errors
/// Fails when the copy is there already, or cannot be written.
pub fn copy_file(data: &Path, copy: &Path) -> rusqlite::Result<()> {
    let connection = connect_reader(&data.join(FILE))?;
    connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()]).map(|_| ())
}

fn make_folder(data: &Path) -> std::io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(data)?;
    // A new folder is there after a power cut only when the one above it was synced.
    if let Some(above) = std::path::absolute(data)?.parent() {
        File::open(above)?.sync_all()?;
    }
    Ok(())
}

fn connect_writer(file: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(file)?;
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // In this mode the log is synced before a commit returns, which the answer 201 stands on.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "secure_delete", "ON")?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

fn connect_reader(file: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

fn write_in_groups(connection: &Connection, mut waiting: Receiver<Job>) {
    let mut has_leftovers = false;
    while let Some(first) = waiting.blocking_recv() {
        let mut group = vec![first];
        while group.len() < GROUP
            && let Ok(next) = waiting.try_recv()
        {
            group.push(next);
        }
        has_leftovers |= group.iter().any(|job| job.leftover == Leftover::Erased);
        let (finishes, outcome) = commit(connection, group);
        if has_leftovers && outcome.is_ok() {
            // A reader in its way makes it wait for the next group.
            has_leftovers = !wipe_log(connection);
        }
        finishes.into_iter().for_each(|finish| finish(outcome));
    }
}

/// Runs a group in one transaction; the callers are told only after its commit.
fn commit(connection: &Connection, group: Vec<Job>) -> (Vec<Finish>, Result<(), Failure>) {
    let mut finishes = Vec::with_capacity(group.len());
    if let Err(failure) = run(connection, "BEGIN IMMEDIATE") {
        group.into_iter().for_each(|job| job.task.refuse(failure));
        return (finishes, Err(failure));
    }
    let mut lost = None;
    for job in group {
        if let Some(failure) = lost {
            job.task.refuse(failure);
            continue;
        }
        let (outcome, finish) = run_apart(connection, job);
        finishes.push(finish);
        // Some failures, a full disk among them, end the transaction with all that was in it.
        if connection.is_autocommit() {
            lost = Some(outcome.err().unwrap_or(Failure::Unavailable));
        }
    }
    let outcome = lost.map_or_else(|| run(connection, "COMMIT"), Err);
    if outcome.is_err() && !connection.is_autocommit() {
        let _ = run(connection, "ROLLBACK");
    }
    (finishes, outcome)
}

/// Runs one piece of work so that it alone can be rolled back.
fn run_apart(connection: &Connection, job: Job) -> (Result<(), Failure>, Finish) {
    if let Err(failure) = run(connection, "SAVEPOINT work") {
        let task = job.task;
        return (Err(failure), Box::new(move |_| task.refuse(failure)));
    }
    let (outcome, finish) = job.task.run(&mut OnSqlite(connection));
    if !connection.is_autocommit() {
        if outcome.is_err() {
            let _ = run(connection, "ROLLBACK TO work");
        }
        let _ = run(connection, "RELEASE work");
    }
    (outcome, finish)
}

/// Empties the write-ahead log, where erased bytes would still stand; tells whether it could.
fn wipe_log(connection: &Connection) -> bool {
    let busy = connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))
        .map_err(|problem| told(&problem));
    busy == Ok(0)
}

fn spawn_reader(connection: Connection, waiting: Arc<Mutex<Receiver<Job>>>) -> JoinHandle<()> {
    thread::spawn(move || {
        while let Some(job) = super::next(&waiting) {
            if let Err(failure) = run(&connection, "BEGIN") {
                job.task.refuse(failure);
                continue;
            }
            let (_, finish) = job.task.run(&mut OnSqlite(&connection));
            let _ = run(&connection, "COMMIT");
            finish(Ok(()));
        }
    })
}

fn run(connection: &Connection, statement: &str) -> Result<(), Failure> {
    let mut prepared = connection.prepare_cached(statement).map_err(|problem| told(&problem))?;
    prepared.execute([]).map(|_| ()).map_err(|problem| told(&problem))
}

struct OnSqlite<'connection>(&'connection Connection);

impl Sql for OnSqlite<'_> {
    fn rows(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<Row>, Failure> {
        let mut statement =
            self.0.prepare_cached(&numbered(sql)).map_err(|problem| told(&problem))?;
        let columns = statement.column_count();
        let rows = statement.query_map(params_from_iter(values), |row| {
            (0..columns).map(|column| row.get_ref(column).map(value)).collect()
        });
        let rows: rusqlite::Result<Vec<Vec<Value>>> = rows.and_then(Iterator::collect);
        rows.map(|rows| rows.into_iter().map(Row).collect()).map_err(|problem| told(&problem))
    }

    fn change(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, Failure> {
        let mut statement =
            self.0.prepare_cached(&numbered(sql)).map_err(|problem| told(&problem))?;
        let changed = statement.execute(params_from_iter(values));
        changed.map(|count| count as u64).map_err(|problem| told(&problem))
    }

    fn check_file(&mut self) -> Result<Vec<String>, Failure> {
        let mut statement =
            self.0.prepare("PRAGMA integrity_check").map_err(|problem| told(&problem))?;
        let lines = statement.query_map([], |row| row.get(0)).and_then(Iterator::collect);
        let lines: Vec<String> = lines.map_err(|problem| told(&problem))?;
        Ok(lines.into_iter().filter(|line| line != "ok").collect())
    }
}

/// SQLite numbers `?1`; it would take `$1` for a name.
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}

fn value(stored: ValueRef<'_>) -> Value {
    match stored {
        ValueRef::Integer(number) => Value::Number(number),
        ValueRef::Blob(bytes) | ValueRef::Text(bytes) => Value::Bytes(bytes.to_vec()),
        ValueRef::Null | ValueRef::Real(_) => Value::Null,
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(rusqlite::types::ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Number(number) => ValueRef::Integer(*number),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// Logs what happened and returns what it means for the caller.
fn told(problem: &rusqlite::Error) -> Failure {
    let failure = match problem {
        rusqlite::Error::SqliteFailure(error, _) => match (error.code, error.extended_code) {
            (ErrorCode::DiskFull, _) => Failure::Full,
            // What a file system says that is full by quota or by a limit of file sizes.
            (_, ffi::SQLITE_IOERR_WRITE | ffi::SQLITE_IOERR_SHMSIZE) => Failure::Full,
            (ErrorCode::ConstraintViolation, _) => return Failure::Raced,
            _ => Failure::Unavailable,
        },
        _ => Failure::Unavailable,
    };
    log::database(&problem.to_string());
    failure
}
