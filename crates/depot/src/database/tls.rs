//! How the connection to a server is carried: in the clear, or over TLS.
//!
//! Whoever asks for TLS gets TLS or no connection; nothing falls back to the clear.

use std::sync::Arc;

use postgres::config::SslMode;
use postgres::{Client, Config, NoTls};
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::postgres::{SETTING, cause};
use crate::trouble::Trouble;

const FORM: &str = "write postgres://user:password@host:5432/name";
const FULL: &str = "write sslmode=verify-full&sslrootcert=FILE";

/// A way to a server.
#[derive(Clone)]
pub enum Line {
    /// In the clear: on this machine, or where something else carries it.
    Clear,
    /// Over TLS.
    Sealed(MakeRustlsConnect),
}

impl Line {
    /// Connects this way.
    ///
    /// # Errors
    /// As the server or the network answers.
    pub fn connect(&self, config: &Config) -> Result<Client, postgres::Error> {
        match self {
            Self::Clear => config.connect(NoTls),
            Self::Sealed(tls) => config.connect(tls.clone()),
        }
    }

    /// Returns what helps where connecting this way failed.
    pub fn remedy(&self, problem: &postgres::Error) -> &'static str {
        match self {
            Self::Sealed(_) if problem.to_string().contains("TLS") => {
                "set ssl = on at the server, with a certificate for the host of the address that \
                 sslrootcert vouches for"
            }
            _ => "start the server, or mend address and rights",
        }
    }
}

/// Reads an address, and how its server is to be reached.
///
/// # Errors
/// Names the setting and what would help.
pub fn read(address: &str) -> Result<(Config, Line), Trouble> {
    let Asked { address, mode, roots } = Asked::read(address);
    let mut config: Config = address
        .parse()
        .map_err(|problem: postgres::Error| Trouble::new(SETTING, &cause(&problem), FORM))?;
    let mode = match (mode.as_deref(), config.get_ssl_mode()) {
        (None, SslMode::Require) => "require",
        (None, _) => "disable",
        (Some(mode), _) => mode,
    };
    let line = match (mode, roots) {
        ("disable", None) => Line::Clear,
        ("require", None) => Line::Sealed(unchecked()?),
        ("verify-full", Some(file)) => Line::Sealed(checked(&file)?),
        ("verify-full", None) => {
            return Err(refused("sslmode=verify-full needs certificates to trust", FULL));
        }
        ("disable" | "require", Some(_)) => {
            return Err(refused(&format!("sslmode={mode} does not look at sslrootcert"), FULL));
        }
        (other, _) => {
            let remedy = "write disable, require or verify-full";
            return Err(refused(&format!("sslmode={other} is not kept"), remedy));
        }
    };
    config.ssl_mode(if mode == "disable" { SslMode::Disable } else { SslMode::Require });
    Ok((config, line))
}

fn refused(problem: &str, remedy: &str) -> Trouble {
    Trouble::new(SETTING, problem, remedy)
}

/// An address without the two settings that are read here.
struct Asked {
    address: String,
    mode: Option<String>,
    roots: Option<String>,
}

impl Asked {
    fn read(address: &str) -> Self {
        let (mut mode, mut roots, mut rest) = (None, None, Vec::new());
        let (start, query) = address.split_once('?').unwrap_or((address, ""));
        for setting in query.split('&').filter(|setting| !setting.is_empty()) {
            match setting.split_once('=') {
                Some(("sslmode", value)) => mode = Some(value.to_owned()),
                Some(("sslrootcert", value)) => roots = Some(value.to_owned()),
                _ => rest.push(setting),
            }
        }
        let mark = if rest.is_empty() { "" } else { "?" };
        Self { address: [start, mark, &rest.join("&")].concat(), mode, roots }
    }
}

/// Encrypts, and takes whoever answers for the server, as `require` means everywhere.
fn unchecked() -> Result<MakeRustlsConnect, Trouble> {
    let provider = Arc::new(ring::default_provider());
    let verifier = Arc::new(Anybody(Arc::clone(&provider)));
    let config = versions(provider)?.dangerous().with_custom_certificate_verifier(verifier);
    Ok(MakeRustlsConnect::new(config.with_no_client_auth()))
}

/// Encrypts, for a server of this name with a certificate that these vouch for.
fn checked(file: &str) -> Result<MakeRustlsConnect, Trouble> {
    let told = |problem: &dyn std::fmt::Display| {
        let remedy = "name a file with the certificates to trust, in PEM";
        refused(&format!("sslrootcert={file}: {problem}"), remedy)
    };
    let found = CertificateDer::pem_file_iter(file).map_err(|problem| told(&problem))?;
    let mut roots = RootCertStore::empty();
    for certificate in found {
        let certificate = certificate.map_err(|problem| told(&problem))?;
        roots.add(certificate).map_err(|problem| told(&problem))?;
    }
    if roots.is_empty() {
        return Err(told(&"no certificate in it"));
    }
    let config = versions(Arc::new(ring::default_provider()))?.with_root_certificates(roots);
    Ok(MakeRustlsConnect::new(config.with_no_client_auth()))
}

fn versions(
    provider: Arc<CryptoProvider>,
) -> Result<rustls::ConfigBuilder<ClientConfig, rustls::WantsVerifier>, Trouble> {
    ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|problem| refused(&problem.to_string(), "report this: it depends on no setting"))
}

/// Asks only that the other end holds the key of the certificate that it shows.
#[derive(Debug)]
struct Anybody(Arc<CryptoProvider>);

impl ServerCertVerifier for Anybody {
    fn verify_server_cert(
        &self,
        _end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, cert, signed, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, cert, signed, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn told(settings: &str) -> String {
        let read = read(&format!("postgres://depot@db/depot{settings}"));
        read.map(drop).expect_err("refused").to_string()
    }

    #[test]
    fn what_is_wrong_about_tls_names_the_setting_and_the_remedy() {
        for (settings, problem, remedy) in [
            ("?sslmode=verify-full", "needs certificates", "sslrootcert=FILE"),
            ("?sslmode=require&sslrootcert=a.pem", "does not look", "sslmode=verify-full"),
            ("?sslmode=prefer", "sslmode=prefer is not kept", "require or verify-full"),
            ("?sslmode=verify-full&sslrootcert=nowhere.pem", "nowhere.pem", "name a file"),
            ("?sslmode=verify-full&sslrootcert=Cargo.toml", "no certificate", "in PEM"),
        ] {
            let told = told(settings);
            assert!(told.starts_with("--database: "), "{told}");
            assert!(told.contains(problem) && told.contains(remedy), "{told}");
        }
    }

    #[test]
    fn tls_that_was_asked_for_is_demanded_in_every_way_of_writing_it() {
        let mode = |address: &str| read(address).map(|(config, _)| config.get_ssl_mode()).ok();
        for address in ["postgres://depot@db/depot?sslmode=require", "host=db sslmode=require"] {
            assert_eq!(mode(address), Some(SslMode::Require), "{address}");
        }
        let other = "postgres://depot@db/depot?connect_timeout=3&sslmode=require";
        assert_eq!(mode(other), Some(SslMode::Require));
        assert_eq!(mode("postgres://depot@db/depot"), Some(SslMode::Disable));
    }
}
