//! One IndexedDB database: opening, transactions that last, and what went wrong.
//!
//! It does not know what lies where. The wrappers that exist cannot ask for strict durability,
//! without which a "saved" note can be gone after a loss of power.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    DomException, Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbTransaction,
    IdbVersionChangeEvent,
};

use super::clock::after;
use super::event::Listener;
use super::fresh_log;
use super::full_disk;
use super::migrations;
use super::outcome::{either, exception_name};
use super::page::window;
use crate::store::StoreError;

/// How long a transaction that is at work, here or in another tab, may keep the database.
const LET_GO_MS: u32 = 2_000;

/// The name of what happened outside the database itself.
const UNKNOWN: &str = "UnknownError";

/// What a transaction may do.
#[derive(Debug, Clone, Copy)]
pub(super) enum Access {
    Read,
    Write,
}

/// A database by name, connected when it is needed.
pub(super) struct Database {
    name: String,
    connection: RefCell<Option<Connection>>,
}

struct Connection {
    database: IdbDatabase,
    standing: Rc<Cell<Standing>>,
    _listeners: [Listener; 2],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Open,
    /// The browser closed it, as WebKit does to pages in the background.
    Lost,
    /// Another tab wants to upgrade or destroy the database and must not wait for this one.
    GivenUp,
}

impl Database {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), connection: RefCell::new(None) }
    }

    /// Connects, unless there is a connection.
    pub(super) async fn connect(&self) -> Result<(), StoreError> {
        if self.connected()?.is_none() {
            if full_disk::is_full().await {
                return Err(StoreError::Quota);
            }
            let connection = Connection::open(&self.name).await?;
            self.connection.replace(Some(connection));
            // Nothing waits for it, and it is done before anything is written: a kill is the least
            // likely while somebody has just opened the app.
            spawn_local(async {
                let _ = fresh_log::begin().await;
            });
        }
        Ok(())
    }

    /// Starts a transaction over the given places; a lost connection is opened anew, once.
    ///
    /// The transaction must be given its first request before anything is waited for.
    pub(super) async fn begin(
        &self,
        places: &[&str],
        access: Access,
    ) -> Result<IdbTransaction, StoreError> {
        if let Some(database) = self.connected()? {
            match start(&database, places, access) {
                Ok(transaction) => return Ok(transaction),
                Err(exception) if failure(&exception) != StoreError::ConnectionLost => {
                    return Err(failure(&exception));
                }
                Err(_) => self.mark_lost(),
            }
        }
        let is_first = self.connection.borrow().is_none();
        self.connect().await.map_err(|error| match error {
            StoreError::Unavailable if !is_first => StoreError::ConnectionLost,
            error => error,
        })?;
        let database = self.connected()?.ok_or(StoreError::ConnectionLost)?;
        start(&database, places, access).map_err(|exception| failure(&exception))
    }

    /// Closes the connection and deletes the database with all that is in it.
    pub(super) async fn delete(&self) -> Result<(), StoreError> {
        self.connection.replace(None);
        let request =
            factory()?.delete_database(&self.name).map_err(|_| StoreError::Unavailable)?;
        answer(&request).await
    }

    /// Makes the next transaction open the database anew.
    pub(super) fn mark_lost(&self) {
        if let Some(connection) = &*self.connection.borrow() {
            connection.standing.set(Standing::Lost);
        }
    }

    fn connected(&self) -> Result<Option<IdbDatabase>, StoreError> {
        match &*self.connection.borrow() {
            Some(connection) => match connection.standing.get() {
                Standing::Open => Ok(Some(connection.database.clone())),
                Standing::Lost => Ok(None),
                Standing::GivenUp => Err(StoreError::Blocked),
            },
            None => Ok(None),
        }
    }
}

impl Connection {
    async fn open(name: &str) -> Result<Self, StoreError> {
        let request = factory()?
            .open_with_u32(name, migrations::LATEST)
            .map_err(|_| StoreError::Unavailable)?;
        let upgrading = request.clone();
        let _upgrade = Listener::new(&request, "upgradeneeded", move |event| {
            upgrade(&upgrading, event.unchecked_ref());
        });
        answer(&request).await?;
        let database: IdbDatabase =
            request.result().map_err(|_| StoreError::Unavailable)?.unchecked_into();
        let standing = Rc::new(Cell::new(Standing::Open));
        let closed = Rc::clone(&standing);
        let (wanted, given_up) = (database.clone(), Rc::clone(&standing));
        let listeners = [
            Listener::new(&database, "close", move |_| closed.set(Standing::Lost)),
            Listener::new(&database, "versionchange", move |_| {
                wanted.close();
                given_up.set(Standing::GivenUp);
            }),
        ];
        Ok(Self { database, standing, _listeners: listeners })
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.close();
    }
}

pub(super) fn factory() -> Result<IdbFactory, StoreError> {
    window().indexed_db().ok().flatten().ok_or(StoreError::Unavailable)
}

fn upgrade(request: &IdbOpenDbRequest, event: &IdbVersionChangeEvent) {
    let Ok(database) = request.result() else { return };
    let done = migrations::run(database.unchecked_ref(), event.old_version() as usize);
    if let (Err(_), Some(transaction)) = (done, request.transaction()) {
        let _ = transaction.abort();
    }
}

/// Waits for a request about a database as a whole.
pub(super) async fn answer(request: &IdbOpenDbRequest) -> Result<(), StoreError> {
    let mut blocked = None;
    let answered = either(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
        // A connection that was closed ends with its last transaction: until then it blocks too.
        let timer = RefCell::new(None);
        blocked = Some(Listener::new(request, "blocked", move |_| {
            let failed = failed.clone();
            timer.replace(Some(after(LET_GO_MS, move || drop(failed.call0(&JsValue::NULL)))));
        }));
    })
    .await;
    drop(blocked);
    match (answered, request.error()) {
        (Ok(_), _) => Ok(()),
        (Err(_), Ok(Some(exception))) => Err(match failure(&exception) {
            error @ (StoreError::NewerVersion | StoreError::Quota) => error,
            _ if exception.name() == UNKNOWN => StoreError::WillNotOpen,
            _ => StoreError::Unavailable,
        }),
        // A request that waits for another tab has no error to ask for.
        (Err(_), _) => Err(StoreError::Blocked),
    }
}

fn start(
    database: &IdbDatabase,
    places: &[&str],
    access: Access,
) -> Result<IdbTransaction, JsValue> {
    let places: Array = places.iter().map(|place| JsValue::from_str(place)).collect();
    let options = Object::new();
    let mode = match access {
        Access::Read => "readonly",
        Access::Write => {
            Reflect::set(&options, &"durability".into(), &"strict".into())?;
            "readwrite"
        }
    };
    // web-sys counts the third argument among the unstable ones, so it is called by name.
    let transaction: Function = Reflect::get(database, &"transaction".into())?.unchecked_into();
    Ok(transaction.call3(database, &places, &mode.into(), &options)?.unchecked_into())
}

/// Waits until all requests of a transaction are done; for a writing one, until they last.
pub(super) async fn complete(transaction: &IdbTransaction) -> Result<(), StoreError> {
    either(&mut |done, failed| {
        transaction.set_oncomplete(Some(&done));
        // Chromium does not abort what was begun on a connection that it is closing: it only
        // refuses the requests.
        transaction.set_onerror(Some(&failed));
        transaction.set_onabort(Some(&failed));
    })
    .await
    .map(drop)
    .map_err(|event| {
        // Of the transaction as a whole, or of the request that will abort it.
        let target = event.unchecked_into::<Event>().target();
        let exception = target.and_then(|target| Reflect::get(&target, &"error".into()).ok());
        match exception.filter(JsValue::is_object) {
            Some(exception) => failure(&exception),
            // Nobody here aborts a transaction, so the browser did.
            None => StoreError::ConnectionLost,
        }
    })
}

/// Tells what an exception of the browser means.
pub(super) fn failure(exception: &JsValue) -> StoreError {
    match exception_name(exception).as_str() {
        "QuotaExceededError" => StoreError::Quota,
        UNKNOWN if is_for_want_of_room(exception) => StoreError::Quota,
        "ConstraintError" => StoreError::Conflict,
        "VersionError" => StoreError::NewerVersion,
        "SecurityError" | "NotAllowedError" => StoreError::Unavailable,
        // Places that should be there are not: somebody else made this database.
        "NotFoundError" => StoreError::Damaged,
        UNKNOWN | "InvalidStateError" | "AbortError" | "TransactionInactiveError" => {
            StoreError::ConnectionLost
        }
        _ => StoreError::Failed,
    }
}

/// Returns whether the disk is full, for which Chromium has no name but says in its message.
fn is_for_want_of_room(exception: &JsValue) -> bool {
    let exception: Option<&DomException> = exception.dyn_ref();
    exception.is_some_and(|exception| exception.message().contains("NO_SPACE"))
}

#[cfg(test)]
mod browser_tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::browser::browser_tests::fresh_name;

    async fn write(database: &Database) -> Result<IdbTransaction, StoreError> {
        let transaction = database.begin(&["meta"], Access::Write).await?;
        let place = transaction.object_store("meta").expect("the place exists");
        place.put_with_key(&1.into(), &"key".into()).expect("the transaction is open");
        complete(&transaction).await.map(|()| transaction)
    }

    #[wasm_bindgen_test]
    async fn writing_asks_for_strict_durability() {
        let transaction = write(&Database::new(&fresh_name())).await.expect("writes");
        let durability = Reflect::get(&transaction, &"durability".into());
        assert_eq!(durability, Ok("strict".into()));
    }

    #[wasm_bindgen_test]
    async fn a_connection_that_the_browser_closed_is_opened_anew() {
        let database = Database::new(&fresh_name());
        write(&database).await.expect("writes");
        // It closes without telling, which is the worse of the two ways.
        database.connected().expect("open").expect("connected").close();
        assert!(write(&database).await.is_ok());
    }

    #[wasm_bindgen_test]
    async fn a_close_that_the_browser_tells_of_is_opened_anew() {
        let database = Database::new(&fresh_name());
        write(&database).await.expect("writes");
        let connection = database.connected().expect("open").expect("connected");
        connection.dispatch_event(&Event::new("close").expect("an event")).expect("told");
        assert_eq!(database.connected().map(|connection| connection.is_some()), Ok(false));
        assert!(write(&database).await.is_ok());
    }

    #[wasm_bindgen_test]
    async fn a_database_that_another_tab_destroys_is_given_up_and_not_made_anew() {
        let name = fresh_name();
        let database = Database::new(&name);
        write(&database).await.expect("writes");
        assert_eq!(Database::new(&name).delete().await, Ok(()));
        assert_eq!(write(&database).await.err(), Some(StoreError::Blocked));
    }

    #[wasm_bindgen_test]
    async fn what_is_still_being_written_here_does_not_keep_the_database() {
        let database = Database::new(&fresh_name());
        let writing = database.begin(&["meta"], Access::Write).await.expect("begins");
        let place = writing.object_store("meta").expect("the place exists");
        place.put_with_key(&1.into(), &"key".into()).expect("the transaction is open");
        assert_eq!(database.delete().await, Ok(()));
    }

    #[wasm_bindgen_test]
    async fn a_tab_that_holds_on_to_the_database_is_reported() {
        let name = fresh_name();
        let request = factory().and_then(|factory| factory.open(&name).map_err(|e| failure(&e)));
        let request = request.expect("storage is available");
        answer(&request).await.expect("opens");
        assert_eq!(Database::new(&name).delete().await, Err(StoreError::Blocked));
        let held: IdbDatabase = request.result().expect("opened").unchecked_into();
        held.close();
    }

    #[wasm_bindgen_test]
    async fn a_database_of_a_newer_version_is_left_alone() {
        let name = fresh_name();
        let request = factory().expect("storage").open_with_u32(&name, migrations::LATEST + 1);
        let request = request.expect("asks");
        answer(&request).await.expect("opens");
        request.result().expect("opened").unchecked_into::<IdbDatabase>().close();
        assert_eq!(Database::new(&name).connect().await, Err(StoreError::NewerVersion));
    }

    #[wasm_bindgen_test]
    fn exceptions_say_what_stands_in_the_way() {
        for (name, error) in [
            ("QuotaExceededError", StoreError::Quota),
            ("ConstraintError", StoreError::Conflict),
            ("VersionError", StoreError::NewerVersion),
            ("SecurityError", StoreError::Unavailable),
            ("UnknownError", StoreError::ConnectionLost),
            ("DataError", StoreError::Failed),
        ] {
            let exception = DomException::new_with_message_and_name("", name).expect("a name");
            assert_eq!(failure(&exception), error, "{name}");
        }
        assert_eq!(failure(&JsValue::UNDEFINED), StoreError::Failed);
        let full = "IO error: 000003.log: FILE_ERROR_NO_SPACE";
        let full = DomException::new_with_message_and_name(full, UNKNOWN).expect("a name");
        assert_eq!(failure(&full), StoreError::Quota);
    }
}
