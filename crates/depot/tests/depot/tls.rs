//! PostgreSQL over TLS: only with the server that was meant, and never in the clear.

use std::fs;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};

use crate::postgres::refused;
use crate::program::{Folder, Program, command};
use crate::server::Server;

/// Somebody who vouches for servers.
struct Authority {
    pem: String,
    issuer: Issuer<'static, KeyPair>,
}

impl Authority {
    fn make() -> Self {
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let pem = params.self_signed(&key).expect("a certificate").pem();
        Self { pem, issuer: Issuer::new(params, key) }
    }

    /// Starts a server with a certificate for this host.
    fn server_for(&self, host: &str) -> Server {
        let key = KeyPair::generate().expect("a key");
        let params = CertificateParams::new(vec![host.to_owned()]).expect("a host");
        let certificate = params.signed_by(&key, &self.issuer).expect("a certificate");
        Server::start_sealed(&certificate.pem(), &key.serialize_pem())
    }

    /// Writes the file that is named to trust it, and returns what is added to an address.
    fn trusted(&self, folder: &Folder) -> String {
        let file = folder.0.join("root.pem");
        fs::write(&file, &self.pem).expect("a written file");
        format!("?sslmode=verify-full&sslrootcert={}", file.display())
    }
}

#[test]
fn a_depot_speaks_tls_with_the_server_that_its_certificates_vouch_for() {
    let (authority, folder) = (Authority::make(), Folder::make("tls"));
    let server = authority.server_for("127.0.0.1");
    let address = Server::address(&[&server]);
    for settings in [authority.trusted(&folder), "?sslmode=require".to_owned()] {
        let place = ["--database".to_owned(), format!("{address}{settings}")];
        let depot = Program::run(command(), place, &folder.0.join("log"), &[]);
        let (mut device, mut wire) = (depot.device(1), depot.wire());
        let envelope = device.make(0);
        assert_eq!(device.put(&mut wire, &envelope), 201);
        let count = "SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
             WHERE application_name = 'pluis-depot' AND ssl = ";
        assert!(server.ask(&format!("{count}true")) > 0, "{settings}");
        assert_eq!(server.ask(&format!("{count}false")), 0, "{settings}");
        assert!(depot.stop());
        server.ask("TRUNCATE envelope, chain, vault, token, invitation");
    }
}

#[test]
fn another_server_is_refused_and_nothing_goes_in_the_clear() {
    let (authority, folder) = (Authority::make(), Folder::make("other"));
    let settings = authority.trusted(&folder);
    let stranger = Authority::make().server_for("127.0.0.1");
    let told = refused(Server::address(&[&stranger]) + &settings);
    assert!(told.contains("invalid peer certificate") && told.contains("sslrootcert"), "{told}");
    let misnamed = authority.server_for("db.example");
    let told = refused(Server::address(&[&misnamed]) + &settings);
    assert!(told.contains("not valid for name") && told.contains("for the host"), "{told}");
    let clear = Server::start();
    let told = refused(Server::address(&[&clear]) + &settings);
    assert!(told.contains("does not support TLS"), "{told}");
}
