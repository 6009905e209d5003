//! The security headers that every answer carries; `deploy/` holds the same values for real servers.
//!
//! It sets no headers that depend on the file: type, compression and caching belong to the server.

/// Name and value of each header.
pub const SECURITY: [(&str, &str); 9] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
         worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types default",
    ),
    ("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(self), microphone=(), geolocation=(), publickey-credentials-get=(self), \
         publickey-credentials-create=(self)",
    ),
];

#[cfg(test)]
mod tests {
    use super::SECURITY;

    const NGINX: &str = include_str!("../../../deploy/nginx.conf");
    const HEADERS: &str = include_str!("../../../deploy/_headers");

    #[test]
    fn nginx_example_sends_the_same_headers() {
        for (name, value) in SECURITY {
            let line = format!("    add_header {name} \"{value}\" always;");
            assert!(NGINX.lines().any(|found| found == line), "deploy/nginx.conf lacks: {line}");
        }
    }

    #[test]
    fn headers_file_sends_the_same_headers() {
        for (name, value) in SECURITY {
            let line = format!("  {name}: {value}");
            assert!(HEADERS.lines().any(|found| found == line), "deploy/_headers lacks: {line}");
        }
    }
}
