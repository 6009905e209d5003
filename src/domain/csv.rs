//! Tables as text that a spreadsheet opens: one line a row, semicolons between, as it is done here.
//!
//! It knows no table; the words come from whoever asks.

/// Tells a spreadsheet that the text is UTF-8.
const MARK: char = '\u{feff}';

/// Writes rows of fields.
pub fn table<const COLUMNS: usize>(rows: &[[String; COLUMNS]]) -> String {
    let line = |row: &[String; COLUMNS]| row.each_ref().map(|it| field(it)).join(";") + "\r\n";
    let lines: String = rows.iter().map(line).collect();
    [MARK.to_string(), lines].concat()
}

fn field(text: &str) -> String {
    // A spreadsheet would work out what begins like this.
    let is_formula = text.starts_with(['=', '+', '-', '@']);
    let text = if is_formula { ["'", text].concat() } else { text.to_owned() };
    if text.contains([';', '"', '\r', '\n']) {
        ["\"", &text.replace('"', "\"\""), "\""].concat()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_between_semicolons_under_a_mark_for_utf_8() {
        let rows =
            [["Onderdeel", "Aantal"], ["gemeld", "minder dan 5"]].map(|row| row.map(Into::into));
        assert_eq!(table(&rows), "\u{feff}Onderdeel;Aantal\r\ngemeld;minder dan 5\r\n");
    }

    #[test]
    fn what_would_break_a_line_is_quoted_and_nothing_is_worked_out() {
        let rows = [["a;b", "zei \"ja\"", "=1+1"]].map(|row| row.map(Into::into));
        assert_eq!(table(&rows), "\u{feff}\"a;b\";\"zei \"\"ja\"\"\";'=1+1\r\n");
    }
}
