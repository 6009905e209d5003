//! Files that leave or enter the browser at the user's request, and paper.
//!
//! It does not know what is in them; what may leave is decided before.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::page::{document, window};

/// Safari fetches the file only after a while.
const REVOKE_AFTER_MS: i32 = 60_000;

/// Why a file did not come across.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The file is larger than the caller takes.
    #[error("file of {0} bytes is too large")]
    TooLarge(u64),
    /// The browser could not read the file.
    #[error("file cannot be read")]
    Unreadable,
    /// The browser did not take the file to save.
    #[error("file cannot be saved")]
    NotSaved,
}

/// Offers bytes to the user as a file with this name and media type.
///
/// # Errors
/// Fails when the browser cannot hold the file; whether the user keeps it cannot be known.
pub fn save_file(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), FileError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let url = Blob::new_with_u8_array_sequence_and_options(&parts, &options)
        .and_then(|blob| Url::create_object_url_with_blob(&blob))
        .map_err(|_| FileError::NotSaved)?;
    let anchor = document()
        .and_then(|document| document.create_element("a").ok())
        .and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok())
        .ok_or(FileError::NotSaved)?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    let revoke = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(
        revoke.unchecked_ref(),
        REVOKE_AFTER_MS,
    );
    Ok(())
}

/// Returns the text of a file that the user chose, with what is not UTF-8 replaced.
///
/// # Errors
/// Refuses a file of more than `limit` bytes before reading it.
pub async fn read_file(file: &File, limit: u64) -> Result<String, FileError> {
    let size = file.size() as u64;
    if size > limit {
        return Err(FileError::TooLarge(size));
    }
    let text = JsFuture::from(file.text()).await.map_err(|_| FileError::Unreadable)?;
    text.as_string().ok_or(FileError::Unreadable)
}

/// Opens the browser's print dialog for the page as it stands.
pub fn print() {
    let _ = window().print();
}

#[cfg(test)]
mod browser_tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    fn file(bytes: &[u8]) -> File {
        let parts = Array::of1(&Uint8Array::from(bytes));
        File::new_with_u8_array_sequence(&parts, "contacts.vcf").expect("a file")
    }

    #[wasm_bindgen_test]
    async fn a_file_reads_back_as_text() {
        assert_eq!(read_file(&file("Zoë".as_bytes()), 4).await.as_deref(), Ok("Zoë"));
        assert_eq!(read_file(&file(b"a\xffb"), 9).await.as_deref(), Ok("a\u{fffd}b"));
    }

    #[wasm_bindgen_test]
    async fn a_file_over_the_limit_is_refused() {
        assert_eq!(read_file(&file(b"12345"), 4).await, Err(FileError::TooLarge(5)));
    }
}
