//! A server that speaks PostgreSQL's protocol: one, one with standbys, or a distributed engine.
//!
//! It never cancels a statement: a commit that waits for its standby would then come back as done.
//! Where a caller gives up, the commit goes on, and the same request can be repeated.

use std::collections::HashMap;
use std::error::Error;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use postgres::config::TargetSessionAttrs;
use postgres::error::SqlState;
use postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use postgres::{Config, GenericClient, Statement, Transaction};
use tokio::sync::mpsc::{self, Receiver, Sender};

use super::tls::{self, Line};
use super::{Database, Failure, Job, QUEUE, Row, Sql, Value, schema};
use crate::log;
use crate::trouble::Trouble;

pub(super) const SETTING: &str = "--database";
/// Writers and readers apart: writers may stand still until a standby is back.
const THREADS: usize = 4;
const CONNECT: Duration = Duration::from_secs(3);
/// After this a server that vanished without a word counts as gone.
const SILENCE: Duration = Duration::from_secs(10);

/// Connects, makes the tables that are missing, and looks whether a commit is durable.
pub fn open(address: &str) -> Result<Database, Trouble> {
    let (mut config, line) = tls::read(address)?;
    config
        .application_name("pluis-depot")
        .connect_timeout(CONNECT)
        .tcp_user_timeout(SILENCE)
        .keepalives_idle(SILENCE)
        // Of several hosts only the one that takes writes, also after another was promoted.
        .target_session_attrs(TargetSessionAttrs::ReadWrite);
    prepare(&config, &line)?;
    let mut threads = Vec::new();
    let writes = spawn(&config, &line, &mut threads);
    let reads = spawn(&config, &line, &mut threads);
    Ok(Database { writes, reads, threads: Arc::new(threads) })
}

fn prepare(config: &Config, line: &Line) -> Result<(), Trouble> {
    let refused =
        |problem: postgres::Error| Trouble::new(SETTING, &cause(&problem), line.remedy(&problem));
    let mut session = line.connect(config).map_err(refused)?;
    let mut made = Err(Failure::Raced);
    // Two depots that start together may both make the tables: one of them does it again.
    for _ in 0..super::TRIES {
        let mut transaction = session.transaction().map_err(refused)?;
        made = schema::prepare(&mut OnPostgres::new(&mut transaction, &mut HashMap::new()));
        if made.is_ok() {
            transaction.commit().map_err(refused)?;
            break;
        }
    }
    match made {
        Ok(schema::VERSION) => check_durable(&mut session),
        Ok(version) => Err(schema::newer(version)),
        Err(failure) => Err(Trouble::new(
            SETTING,
            &failure.to_string(),
            "let the user of the depot own its database, so that it can make tables",
        )),
    }
}

/// Refuses a server that would say "committed" before it is.
fn check_durable(session: &mut impl GenericClient) -> Result<(), Trouble> {
    for (name, sql) in [("synchronous_commit", "SHOW synchronous_commit"), ("fsync", "SHOW fsync")]
    {
        // Another engine of the same protocol may not know the setting.
        let shown = session.query_one(sql, &[]).and_then(|row| row.try_get::<_, String>(0));
        if shown.is_ok_and(|shown| shown == "off") {
            return Err(Trouble::new(
                SETTING,
                &format!("{name} is off: what was acknowledged could be lost"),
                &format!("set {name} = on in postgresql.conf"),
            ));
        }
    }
    Ok(())
}

fn spawn(config: &Config, line: &Line, threads: &mut Vec<JoinHandle<()>>) -> Sender<Job> {
    let (sender, waiting) = mpsc::channel(QUEUE);
    let waiting = Arc::new(Mutex::new(waiting));
    for _ in 0..THREADS {
        let (config, line, waiting) = (config.clone(), line.clone(), Arc::clone(&waiting));
        threads.push(thread::spawn(move || work(&config, &line, &waiting)));
    }
    sender
}

/// Connects when there is work, and again when the connection broke.
fn work(config: &Config, line: &Line, waiting: &Mutex<Receiver<Job>>) {
    let mut held = None;
    while let Some(job) = held.take().or_else(|| super::next(waiting)) {
        let mut session = match line.connect(config) {
            Ok(session) => session,
            Err(problem) => {
                job.task.refuse(told(&problem));
                continue;
            }
        };
        let mut prepared = HashMap::new();
        held = Some(job);
        while !session.is_closed()
            && let Some(job) = held.take()
        {
            let is_well = match session.transaction() {
                Ok(transaction) => run(transaction, &mut prepared, job),
                Err(problem) => {
                    job.task.refuse(told(&problem));
                    false
                }
            };
            if !is_well {
                break;
            }
            held = super::next(waiting);
            if held.is_none() {
                return;
            }
        }
    }
}

/// Runs one piece of work in one transaction; tells whether the connection is still of use.
fn run(mut transaction: Transaction<'_>, prepared: &mut Prepared, job: Job) -> bool {
    let (outcome, finish) = job.task.run(&mut OnPostgres::new(&mut transaction, prepared));
    let ended = if outcome.is_ok() { transaction.commit() } else { transaction.rollback() };
    let committed = ended.map_err(|problem| told(&problem));
    finish(committed);
    committed.is_ok() && outcome != Err(Failure::Unavailable)
}

/// Statements that the server has read already.
type Prepared = HashMap<&'static str, Statement>;

struct OnPostgres<'session, 'transaction> {
    transaction: &'session mut Transaction<'transaction>,
    prepared: &'session mut Prepared,
}

impl<'session, 'transaction> OnPostgres<'session, 'transaction> {
    const fn new(
        transaction: &'session mut Transaction<'transaction>,
        prepared: &'session mut Prepared,
    ) -> Self {
        Self { transaction, prepared }
    }

    fn statement(&mut self, sql: &'static str) -> Result<Statement, Failure> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.transaction.prepare(sql).map_err(|problem| told(&problem))?;
        self.prepared.insert(sql, statement.clone());
        Ok(statement)
    }
}

impl Sql for OnPostgres<'_, '_> {
    fn rows(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<Row>, Failure> {
        let statement = self.statement(sql)?;
        let rows = self.transaction.query(&statement, &parameters(values));
        rows.map_err(|problem| told(&problem))?.iter().map(row).collect()
    }

    fn change(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, Failure> {
        let statement = self.statement(sql)?;
        let changed = self.transaction.execute(&statement, &parameters(values));
        changed.map_err(|problem| told(&problem))
    }
}

fn parameters(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

fn row(row: &postgres::Row) -> Result<Row, Failure> {
    let value = |column: usize, kind: &Type| -> Result<Value, postgres::Error> {
        Ok(if *kind == Type::BYTEA {
            row.try_get::<_, Option<&[u8]>>(column)?.into()
        } else {
            row.try_get::<_, Option<i64>>(column)?.into()
        })
    };
    let columns = row.columns().iter().enumerate();
    let values: Result<Vec<Value>, _> =
        columns.map(|(column, description)| value(column, description.type_())).collect();
    values.map(Row).map_err(|_| Failure::Damaged)
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Number(number) => number.to_sql(kind, out),
            Self::Bytes(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        *kind == Type::INT8 || *kind == Type::BYTEA
    }

    to_sql_checked!();
}

/// Logs what happened and returns what it means for the caller.
fn told(problem: &postgres::Error) -> Failure {
    let failure = match problem.code() {
        Some(&SqlState::DISK_FULL) => Failure::Full,
        Some(
            &SqlState::UNIQUE_VIOLATION
            | &SqlState::T_R_SERIALIZATION_FAILURE
            | &SqlState::T_R_DEADLOCK_DETECTED
            | &SqlState::DUPLICATE_TABLE
            | &SqlState::DUPLICATE_OBJECT,
        ) => return Failure::Raced,
        _ => Failure::Unavailable,
    };
    log::database(&cause(problem));
    failure
}

/// Returns what the server said, without the values that it may repeat in its details.
pub(super) fn cause(problem: &postgres::Error) -> String {
    match (problem.as_db_error(), problem.source()) {
        (Some(said), _) => format!("{} ({})", said.message(), said.code().code()),
        (None, Some(source)) => format!("{problem}: {source}"),
        (None, None) => problem.to_string(),
    }
}
