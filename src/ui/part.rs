//! Parts of the screen that come in WebAssembly modules of their own.
//!
//! It only fetches and shows; which screens come together, `routes` and their callers decide.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::task::spawn_local;

use super::components::lost::Unloaded;

pub use leptos::wasm_split::SplitLoaderError as NotLoaded;

/// A part that is on its way.
pub type Arriving = Pin<Box<dyn Future<Output = Result<AnyView, NotLoaded>>>>;

/// Declares a function that stands in a module of its own, which the first call fetches.
#[cfg(not(test))]
macro_rules! in_module {
    ($module:ident: fn $name:ident($($argument:ident: $kind:ty),*) -> Result<$out:ty, $error:ty> $body:block) => {
        #[leptos::wasm_split::wasm_split($module, wasm_split_path = ::leptos::wasm_split, fallible)]
        fn $name($($argument: $kind),*) -> Result<$out, $error> $body
    };
}

/// The tests are one module: nothing splits them.
#[cfg(test)]
macro_rules! in_module {
    ($module:ident: fn $name:ident($($argument:ident: $kind:ty),*) -> Result<$out:ty, $error:ty> $body:block) => {
        async fn $name($($argument: $kind),*) -> Result<$out, $error> $body
    };
}
pub(crate) use in_module;

/// Makes a function that fetches a part, and the module it comes in when that is not there yet.
macro_rules! part {
    ($(#[$doc:meta])* $visible:vis fn $name:ident($($argument:ident: $kind:ty),*) -> $module:ident: $body:expr) => {
        $(#[$doc])*
        $visible fn $name($($argument: $kind),*) -> $crate::ui::part::Arriving {
            $crate::ui::part::in_module! {
                $module: fn $name($($argument: $kind),*) -> Result<leptos::prelude::AnyView, $crate::ui::part::NotLoaded> {
                    Ok(leptos::prelude::IntoAny::into_any($body))
                }
            }
            Box::pin($name($($argument),*))
        }
    };
}
pub(crate) use part;

/// How long after the start the modules are fetched that nobody has asked for yet.
const FETCH_AFTER: Duration = Duration::from_millis(500);

/// Fetches every module once the first screen stands, so that no later tap waits for the network.
pub fn fetch_all_soon() {
    let fetch = async {
        // One that does not come is asked for again by the screen that needs it.
        let _ = (notitie().await, gids().await);
    };
    set_timeout(move || spawn_local(fetch), FETCH_AFTER);
}

in_module! { notitie: fn notitie() -> Result<(), NotLoaded> { Ok(()) } }
in_module! { gids: fn gids() -> Result<(), NotLoaded> { Ok(()) } }

/// Shows a part as soon as it is there; when it does not come, says so and offers another try.
pub fn show(fetch: impl Fn() -> Arriving + Copy + Send + Sync + 'static) -> AnyView {
    let arrived = StoredValue::new_local(None::<AnyView>);
    let turn = Trigger::new();
    let again = Callback::new(move |()| turn.notify());
    let arrivals = Trigger::new();
    Effect::new(move || {
        turn.track();
        spawn_local(ScopedFuture::new(async move {
            let view = fetch().await.unwrap_or_else(|_| view! { <Unloaded again /> }.into_any());
            arrived.set_value(Some(view));
            arrivals.notify();
        }));
    });
    (move || {
        arrivals.track();
        arrived.try_update_value(Option::take).flatten()
    })
    .into_any()
}
