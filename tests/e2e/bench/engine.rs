//! Enumerating every path of every profile with the decision engine, natively.

use std::time::Instant;

use pluis::domain::logboek::entry::Role;
use pluis::domain::protocol::afwegingskader::{Given, Stand, stand};
use pluis::domain::protocol::{Profile, profiles};

use super::{Sides, rounds};

/// The most that all paths together may take, in milliseconds.
const MUST_MS: f64 = 50.0;

/// Follows every answer from here, and counts the paths that end.
fn follow(profile: &'static Profile, role: Role, given: &mut Vec<Given>) -> usize {
    let Stand::Ask(question) = stand(profile, role, given) else { return 1 };
    let mut paths = 0;
    for choice in question.choices {
        given.push(Given { question: question.id, answer: choice.answer });
        paths += follow(profile, role, given);
        given.pop();
    }
    paths
}

#[test]
fn every_path_of_every_profile() {
    let Some(rounds) = rounds() else { return };
    let (mut sides, mut paths) = (Sides::default(), 0);
    for _ in 0..rounds {
        let from = Instant::now();
        let all = profiles().iter().map(|profile| follow(profile, Role::Teacher, &mut Vec::new()));
        paths = all.sum();
        sides.add(from.elapsed().as_secs_f64() * 1_000.0, MUST_MS);
    }
    assert!(paths >= profiles().len() * 15, "{paths} paths");
    let what = format!("all {paths} paths of the five profiles through the engine, unoptimised");
    sides.tell("G9", &what, "ms", 1.0);
}
