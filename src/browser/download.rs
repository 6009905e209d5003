//! Files that leave or enter the browser at the user's request, and paper.
//!
//! It does not know what is in them; what may leave is decided before.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CssStyleDeclaration, File, FilePropertyBag, HtmlAnchorElement,
    HtmlElement, Url,
};

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
    let mut parts = FileParts::default();
    parts.add(bytes);
    parts.save(name, media_type)
}

/// A file that grows part by part in the browser's own memory.
#[derive(Debug, Clone, Default)]
pub struct FileParts(Array);

impl FileParts {
    /// Adds bytes at the end.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.push(&Uint8Array::from(bytes));
    }

    /// Offers the file to the user to save.
    ///
    /// # Errors
    /// Fails when the browser cannot hold it; whether the user keeps it cannot be known.
    pub fn save(&self, name: &str, media_type: &str) -> Result<(), FileError> {
        let url = Url::create_object_url_with_blob(&self.blob(media_type)?);
        click(name, url.map_err(|_| FileError::NotSaved)?)
    }

    /// Returns the file as the share sheet takes it.
    ///
    /// # Errors
    /// Fails when the browser cannot hold it.
    pub fn to_file(&self, name: &str, media_type: &str) -> Result<File, FileError> {
        let options = FilePropertyBag::new();
        options.set_type(media_type);
        File::new_with_u8_array_sequence_and_options(&self.0, name, &options)
            .map_err(|_| FileError::NotSaved)
    }

    fn blob(&self, media_type: &str) -> Result<Blob, FileError> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        Blob::new_with_u8_array_sequence_and_options(&self.0, &options)
            .map_err(|_| FileError::NotSaved)
    }
}

/// Taps a link to the file, and lets go of the file once the browser has it.
fn click(name: &str, url: String) -> Result<(), FileError> {
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

/// Returns the bytes of a chosen file from one place up to another.
///
/// # Errors
/// Fails when the browser cannot read it, as when it was changed or moved meanwhile.
pub async fn read_part(file: &File, from: u64, to: u64) -> Result<Vec<u8>, FileError> {
    let part = file.slice_with_f64_and_f64(from as f64, to as f64);
    let part = part.map_err(|_| FileError::Unreadable)?;
    let buffer = JsFuture::from(part.array_buffer()).await.map_err(|_| FileError::Unreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
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

/// The line at the foot of every printed page; dropping it takes the line away.
#[derive(Debug)]
pub struct Foot(());

/// The custom property from which the style of the pages takes the line.
const FOOT: &str = "--sheet-foot";

impl Foot {
    /// Puts a line at the foot, where the browser can print one.
    pub fn set(line: &str) -> Self {
        let quoted = ["\"", &line.replace('\\', "").replace('"', "\\\""), "\""].concat();
        if let Some(style) = root_style() {
            let _ = style.set_property(FOOT, &quoted);
        }
        Self(())
    }
}

impl Drop for Foot {
    fn drop(&mut self) {
        if let Some(style) = root_style() {
            let _ = style.remove_property(FOOT);
        }
    }
}

fn root_style() -> Option<CssStyleDeclaration> {
    let root = document()?.document_element()?;
    Some(root.dyn_into::<HtmlElement>().ok()?.style())
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
    async fn parts_of_a_file_read_back_in_order() {
        let mut parts = FileParts::default();
        [b"een".as_slice(), b"", b"twee"].iter().for_each(|part| parts.add(part));
        let file = parts.to_file("kopie", "application/octet-stream").expect("a file");
        assert_eq!((file.size() as u64, file.name().as_str()), (7, "kopie"));
        assert_eq!(read_part(&file, 2, 5).await.as_deref(), Ok(b"ntw".as_slice()));
        assert_eq!(read_part(&file, 5, 99).await.as_deref(), Ok(b"ee".as_slice()));
    }

    #[wasm_bindgen_test]
    async fn a_file_over_the_limit_is_refused() {
        assert_eq!(read_file(&file(b"12345"), 4).await, Err(FileError::TooLarge(5)));
    }
}
