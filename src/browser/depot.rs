//! The way to a depot: one request by fetch, with the device's token in a header and a time limit.
//!
//! It reads no answer; [`crate::sync`] does. The token is never part of an address, nothing is
//! cached, no cookie goes along, and a redirect is no answer.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use zeroize::Zeroizing;

use super::clock::after;
use super::outcome::promised;
use super::page::window;
use crate::sync::{Method, NoAnswer, Request, Response, Token, Transport};

/// A depot that has not answered by then is not there.
const PATIENCE_MS: u32 = 20_000;

/// A depot by its address.
pub struct Way {
    address: String,
    token: Token,
}

impl Way {
    /// Goes to this address with this token.
    pub fn new(address: &str, token: &Token) -> Self {
        Self { address: address.to_owned(), token: token.clone() }
    }

    async fn fetch(&self, request: &Request) -> Result<Response, JsValue> {
        let controller = get(&js_sys::global(), "AbortController")?.unchecked_into::<Function>();
        let controller = Reflect::construct(&controller, &Array::new())?;
        let init = self.init(request)?;
        Reflect::set(&init, &"signal".into(), &get(&controller, "signal")?)?;
        let _patience = after(PATIENCE_MS, move || {
            let _ = call(&controller, "abort", &[]);
        });
        let url = [self.address.as_str(), &request.path].concat();
        let response = promise(call(&window(), "fetch", &[url.into(), init.into()])).await?;
        let body = promise(call(&response, "arrayBuffer", &[])).await?;
        let headers = get(&response, "headers")?;
        Ok(Response {
            status: get(&response, "status")?.as_f64().unwrap_or_default() as u16,
            retry_after: number(&headers, "retry-after")?,
            backup_days: number(&headers, "pluis-backup-days")?,
            body: Uint8Array::new(&body).to_vec(),
        })
    }

    fn init(&self, request: &Request) -> Result<Object, JsValue> {
        let method = match request.method {
            Method::Get => "GET",
            Method::Put => "PUT",
            Method::Post => "POST",
            Method::Delete => "DELETE",
        };
        let bearer = Zeroizing::new(["Bearer ", &self.token.text()].concat());
        let headers = Object::new();
        Reflect::set(&headers, &"authorization".into(), &bearer.as_str().into())?;
        if request.method == Method::Put {
            Reflect::set(&headers, &"if-none-match".into(), &"*".into())?;
        }
        let init = Object::new();
        if !request.body.is_empty() {
            let kind = "application/octet-stream";
            Reflect::set(&headers, &"content-type".into(), &kind.into())?;
            let body = Uint8Array::from(request.body.as_slice());
            Reflect::set(&init, &"body".into(), &body)?;
        }
        Reflect::set(&init, &"headers".into(), &headers)?;
        for (name, value) in [
            ("method", method),
            ("cache", "no-store"),
            ("credentials", "omit"),
            ("redirect", "error"),
            ("referrerPolicy", "no-referrer"),
        ] {
            Reflect::set(&init, &name.into(), &value.into())?;
        }
        Ok(init)
    }
}

/// By name: the typed form of fetch would add a dozen types to the app for this one place.
fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())
}

fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = get(object, name)?.dyn_into()?;
    Reflect::apply(&method, object, &arguments.iter().collect::<Array>())
}

/// Reads a header that holds a number.
fn number(headers: &JsValue, name: &str) -> Result<Option<u32>, JsValue> {
    let text = call(headers, "get", &[name.into()])?.as_string();
    Ok(text.and_then(|text| text.trim().parse().ok()))
}

async fn promise(called: Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    promised(called.and_then(JsCast::dyn_into::<Promise>)).await
}

impl Transport for Way {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        self.fetch(&request).await.map_err(|_| NoAnswer)
    }
}

/// Returns the address that this page came from, where a depot most likely is.
pub fn own_address() -> String {
    window().location().origin().unwrap_or_default()
}

#[cfg(test)]
mod browser_tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    async fn a_depot_that_is_not_there_gives_no_answer() {
        let way = Way::new("http://127.0.0.1:9", &Token::new([1; 32]));
        let request = Request { method: Method::Get, path: "/depot".to_owned(), body: Vec::new() };
        assert_eq!(way.send(request).await, Err(NoAnswer));
    }

    #[wasm_bindgen_test]
    fn the_token_stands_in_a_header_and_a_put_overwrites_nothing() {
        let way = Way::new("https://a.example", &Token::new([0xab; 32]));
        let request = Request { method: Method::Put, path: "/x".to_owned(), body: vec![1] };
        let init = way.init(&request).expect("a request");
        let headers = get(&init, "headers").expect("headers");
        assert_eq!(get(&headers, "if-none-match"), Ok("*".into()));
        let bearer = ["Bearer ", &"ab".repeat(32)].concat();
        assert_eq!(get(&headers, "authorization"), Ok(bearer.into()));
        assert_eq!(get(&init, "credentials"), Ok("omit".into()));
    }
}
