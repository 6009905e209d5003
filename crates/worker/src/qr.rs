//! Reading a QR code in a picture. It does not know what the text is for.

use quircs::Quirc;

/// The channels of a pixel as a canvas gives it: red, green, blue, alpha.
const CHANNELS: usize = 4;

/// Returns the text of the first QR code in a picture that can be read.
pub fn read_qr(pixels: &[u8], width: usize) -> Option<String> {
    let (rows, rest) = (pixels.len() / CHANNELS)
        .checked_div(width)
        .zip(pixels.len().checked_rem(width * CHANNELS))?;
    if rows == 0 || rest != 0 {
        return None;
    }
    let (pixels, _) = pixels.as_chunks::<CHANNELS>();
    let grey: Vec<u8> = pixels.iter().map(brightness).collect();
    let mut finder = Quirc::default();
    let codes = finder.identify(width, rows, &grey);
    let mut texts =
        codes.filter_map(|code| String::from_utf8(code.ok()?.decode().ok()?.payload).ok());
    texts.next()
}

/// Weighs the colours as the eye does (ITU-R BT.601), in parts of 256.
fn brightness([red, green, blue, _]: &[u8; CHANNELS]) -> u8 {
    let weighed = 77 * u32::from(*red) + 150 * u32::from(*green) + 29 * u32::from(*blue);
    (weighed >> 8) as u8
}

#[cfg(test)]
mod tests {
    use qrcodegen::{QrCode, QrCodeEcc};

    use super::*;

    /// Draws a code as a camera might see it: so many pixels a module, on a grey ground, turned by
    /// a little, with an edge around.
    fn photo(text: &str, scale: f64, turn: f64) -> (Vec<u8>, usize) {
        let code = QrCode::encode_text(text, QrCodeEcc::Low).expect("fits");
        let edge = (f64::from(code.size() + 16) * scale * 1.3) as usize;
        let middle = edge as f64 / 2.0;
        let mut pixels = Vec::with_capacity(edge * edge * CHANNELS);
        for y in 0..edge {
            for x in 0..edge {
                let (dx, dy) = (x as f64 - middle, y as f64 - middle);
                let (dx, dy) =
                    (dx * turn.cos() - dy * turn.sin(), dx * turn.sin() + dy * turn.cos());
                let module =
                    |offset: f64| (offset / scale + f64::from(code.size()) / 2.0).floor() as i32;
                // It gets darker towards one side, as under a lamp.
                let light = 230 - (x * 60 / edge) as u8;
                let is_dark = code.get_module(module(dx), module(dy));
                let grey = if is_dark { light / 5 } else { light };
                pixels.extend([grey, grey, grey, 255]);
            }
        }
        (pixels, edge)
    }

    /// As long as the link that another device joins by.
    fn link() -> String {
        [
            "https://pluis.example/koppelen#depot=https://pluis.example~",
            &"0123456789abcdef".repeat(32),
        ]
        .concat()
    }

    #[test]
    fn a_code_is_read_small_large_and_turned() {
        for (scale, turn) in [(3.5, 0.0), (4.4, -0.1), (6.0, 0.3), (7.0, -0.4), (9.0, 1.8)] {
            let (pixels, width) = photo(&link(), scale, turn);
            assert_eq!(read_qr(&pixels, width), Some(link()), "{scale} {turn}");
        }
    }

    #[test]
    fn a_picture_without_a_code_gives_nothing() {
        let (mut pixels, width) = photo("x", 4.0, 0.0);
        pixels.truncate(width * CHANNELS * width / 3);
        for (pixels, width) in
            [(&pixels[..], width), (&[], 10), (&[0; 40], 0), (&[0; 40], 3), (&[9; 4_000], 10)]
        {
            assert_eq!(read_qr(pixels, width), None);
        }
    }
}
