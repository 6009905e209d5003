//! A plain zip file of a few parts, stored without compression, so that any computer opens what an
//! age program took out. It reads only what it writes: a file that would be written otherwise is
//! refused, and so no other reader can see other parts in it.
//!
//! Source: APPNOTE.TXT of PKWARE, sections 4.3 and 4.4.

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// Stored files and folders need version 2.0.
const VERSION: u16 = 20;
/// The first of January 1980: when a file was made stands in its manifest.
const DAY: u16 = 0x0021;
const LOCAL_BYTES: usize = 30;

/// A name and what stands under it.
pub(super) type Part<'part> = (&'part str, &'part [u8]);

/// Writes a zip file of these parts.
pub(super) fn write(parts: &[Part<'_>]) -> Vec<u8> {
    let body: usize = parts.iter().map(|(name, bytes)| 2 * name.len() + bytes.len() + 76).sum();
    // All the room at once: growing would leave a copy of the texts behind.
    let mut file = Vec::with_capacity(body + 22);
    let mut central = Vec::new();
    for (name, bytes) in parts {
        let offset = file.len();
        let described = describe(name, bytes);
        push(&mut file, &[&LOCAL.to_le_bytes(), &described, name.as_bytes(), bytes]);
        // Attributes and comments: none.
        let rest = [&[0; 10], &short(offset)[..]].concat();
        let made_by = VERSION.to_le_bytes();
        let heads: [&[u8]; 5] =
            [&CENTRAL.to_le_bytes(), &made_by, &described, &rest, name.as_bytes()];
        push(&mut central, &heads);
    }
    let count = u16::try_from(parts.len()).unwrap_or(u16::MAX).to_le_bytes();
    let (size, offset) = (short(central.len()), short(file.len()));
    let end: [&[u8]; 8] =
        [&central, &END.to_le_bytes(), &[0; 4], &count, &count, &size, &offset, &[0; 2]];
    push(&mut file, &end);
    file
}

/// Returns the parts of a zip file as far as they can be told, in their order.
pub(super) fn read(file: &[u8]) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = file;
    while let Some((part, after)) = read_part(rest) {
        parts.push(part);
        rest = after;
    }
    parts
}

fn read_part(file: &[u8]) -> Option<(Part<'_>, &[u8])> {
    let (head, rest) = file.split_at_checked(LOCAL_BYTES)?;
    if head.get(..4)? != LOCAL.to_le_bytes() {
        return None;
    }
    let size = u32::from_le_bytes(head.get(18..22)?.try_into().ok()?);
    let name_size = u16::from_le_bytes(head.get(26..28)?.try_into().ok()?);
    let (name, rest) = rest.split_at_checked(name_size.into())?;
    let (bytes, rest) = rest.split_at_checked(usize::try_from(size).ok()?)?;
    Some(((str::from_utf8(name).ok()?, bytes), rest))
}

/// Writes what both heads of a part hold: version, flags, method, time, sum, sizes.
fn describe(name: &str, bytes: &[u8]) -> Vec<u8> {
    let size = short(bytes.len());
    let name_size = u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes();
    let fields: [&[u8]; 8] = [
        &VERSION.to_le_bytes(),
        &[0; 6],
        &DAY.to_le_bytes(),
        &sum(bytes).to_le_bytes(),
        &size,
        &size,
        &name_size,
        &[0; 2],
    ];
    fields.concat()
}

/// Returns a length as the four bytes of a zip file; ours are far below their limit.
fn short(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes()
}

fn push(file: &mut Vec<u8>, parts: &[&[u8]]) {
    parts.iter().for_each(|part| file.extend_from_slice(part));
}

/// Returns the CRC-32 of ISO 3309, bit by bit: a table is not worth its bytes here.
fn sum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: [Part<'static>; 3] = [("a.txt", b"een feit"), ("b.cbor", &[0; 70]), ("c", b"")];

    #[test]
    fn a_file_reads_back() {
        assert_eq!(read(&write(&PARTS)), PARTS);
        assert_eq!(read(&write(&[])), []);
    }

    #[test]
    fn the_sum_is_the_published_one() {
        assert_eq!(sum(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn the_form_does_not_change() {
        let file = write(&[("a", b"b")]);
        assert_eq!(file.len(), 30 + 1 + 1 + 46 + 1 + 22);
        assert_eq!(file[..8], [b'P', b'K', 3, 4, 20, 0, 0, 0]);
        assert_eq!(file[30..32], *b"ab");
        assert_eq!(file[32..38], [b'P', b'K', 1, 2, 20, 0]);
        assert_eq!(file[79..], *b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x2f\0\0\0\x20\0\0\0\0\0");
    }

    #[test]
    fn a_cut_gives_fewer_parts_and_never_others() {
        let file = write(&PARTS);
        for length in 0..file.len() {
            assert!(PARTS.starts_with(&read(&file[..length])), "{length}");
        }
    }
}
