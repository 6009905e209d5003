//! Being certain of a stretched key. Engines now and then get Argon2id wrong (`docs/engines.md`
//! tells of one that was measured): a vault made with such a key would open for nobody, and right
//! words would be called wrong. So no single answer is believed.
//!
//! It does not stretch; it has it done once more where one answer is not enough.

use super::error::VaultError;
use super::key::StretchedKey;
use super::slot::LockedVault;
use super::stretching::Stretching;

/// How often is stretched at most. Of answers of which one in ten is wrong, five without two alike
/// come once in two thousand times.
const TRIES: usize = 5;

/// The answers so far.
#[derive(Default)]
struct Answers(Vec<StretchedKey>);

impl Answers {
    /// Takes one more answer; returns whether it came before.
    fn take(&mut self, key: StretchedKey) -> bool {
        let came_before = self.0.iter().any(|known| known.is_same(&key));
        self.0.push(key);
        came_before
    }
}

/// Stretches new words until two answers are the same.
///
/// # Errors
/// [`VaultError::Unsteady`] when none are; what `stretch` fails with.
pub async fn stretch_surely<E: From<VaultError>>(
    stretching: &Stretching,
    stretch: impl AsyncFn(&Stretching) -> Result<[u8; 32], E>,
) -> Result<StretchedKey, E> {
    let mut answers = Answers::default();
    for _ in 0..TRIES {
        let bytes = stretch(stretching).await?;
        if answers.take(StretchedKey::new(bytes)) {
            return Ok(StretchedKey::new(bytes));
        }
    }
    Err(VaultError::Unsteady.into())
}

impl LockedVault {
    /// Stretches words until the answer opens this vault. Right words take one answer, as a rule;
    /// words are called wrong when two answers are the same.
    ///
    /// # Errors
    /// [`VaultError::CannotOpen`] for other words; [`VaultError::Unsteady`] when no answer opens the
    /// vault and none came twice; [`VaultError::NoSuchWayIn`] for a vault without a phrase; what
    /// `stretch` fails with.
    pub async fn stretch_to_open<E: From<VaultError>>(
        &self,
        stretch: impl AsyncFn(&Stretching) -> Result<[u8; 32], E>,
    ) -> Result<StretchedKey, E> {
        let stretching = self.stretching().ok_or(VaultError::NoSuchWayIn)?;
        let mut answers = Answers::default();
        for _ in 0..TRIES {
            let key = StretchedKey::new(stretch(stretching).await?);
            match self.open(&key) {
                Ok(_) => return Ok(key),
                Err(VaultError::CannotOpen) if !answers.take(key) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(VaultError::Unsteady.into())
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use pollster::block_on;

    use super::super::slot::make_vault;
    use super::*;

    const RIGHT: [u8; 32] = [1; 32];

    /// An engine that gives these answers, the last of them for ever after.
    struct Engine<'answers> {
        answers: &'answers [[u8; 32]],
        asked: Cell<usize>,
    }

    impl<'answers> Engine<'answers> {
        const fn new(answers: &'answers [[u8; 32]]) -> Self {
            Self { answers, asked: Cell::new(0) }
        }

        fn answer(&self) -> Result<[u8; 32], VaultError> {
            let asked = self.asked.get();
            self.asked.set(asked + 1);
            Ok(self.answers[asked.min(self.answers.len() - 1)])
        }
    }

    fn make(engine: &Engine<'_>) -> Result<[u8; 32], VaultError> {
        let stretching = Stretching::make_standard().expect("randomness");
        let key = block_on(stretch_surely(&stretching, async |_| engine.answer()))?;
        Ok(*key.0.bytes())
    }

    fn open(engine: &Engine<'_>) -> Result<[u8; 32], VaultError> {
        let stretching = Stretching::make_standard().expect("randomness");
        let (_, slots) = make_vault(stretching, &StretchedKey::new(RIGHT)).expect("a vault");
        let locked = LockedVault::parse(&slots.into_bytes()).expect("reads");
        let key = block_on(locked.stretch_to_open(async |_| engine.answer()))?;
        Ok(*key.0.bytes())
    }

    #[test]
    fn new_words_get_the_key_that_came_twice() {
        for (answers, asked) in
            [(&[RIGHT][..], 2), (&[[9; 32], RIGHT], 3), (&[RIGHT, [9; 32], [8; 32], RIGHT], 4)]
        {
            let engine = Engine::new(answers);
            assert_eq!(make(&engine), Ok(RIGHT));
            assert_eq!(engine.asked.get(), asked);
        }
    }

    #[test]
    fn an_engine_that_never_agrees_with_itself_makes_no_key() {
        let answers: Vec<[u8; 32]> = (0..=100).map(|byte| [byte; 32]).collect();
        assert_eq!(make(&Engine::new(&answers)), Err(VaultError::Unsteady));
        assert_eq!(open(&Engine::new(&answers[2..])), Err(VaultError::Unsteady));
    }

    #[test]
    fn right_words_open_after_wrong_answers_and_take_one_when_it_is_right() {
        for (answers, asked) in [(&[RIGHT][..], 1), (&[[9; 32], RIGHT], 2)] {
            let engine = Engine::new(answers);
            assert_eq!(open(&engine), Ok(RIGHT));
            assert_eq!(engine.asked.get(), asked);
        }
    }

    #[test]
    fn words_are_wrong_when_the_same_answer_came_twice() {
        let engine = Engine::new(&[[7; 32]]);
        assert_eq!(open(&engine), Err(VaultError::CannotOpen));
        assert_eq!(engine.asked.get(), 2);
        assert_eq!(open(&Engine::new(&[[7; 32], [9; 32], [7; 32]])), Err(VaultError::CannotOpen));
    }
}
