//! A text as it stands in a page of HTML. It knows no page.

/// Returns the text so that no letter of it is read as markup.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_read_as_markup() {
        let text = "<script>alert('1')</script> & \"M.\" één";
        let escaped = escape(text);
        assert_eq!(
            escaped,
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;M.&quot; één"
        );
        assert!(!escaped.contains(['<', '>', '"', '\'']));
    }
}
