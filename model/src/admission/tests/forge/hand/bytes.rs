//! The bytes of a change altered, and sealed again.

use super::super::dice::Dice;
use crate::admission::tests::fixture::{contents, sealed};

pub(super) fn alter_bytes(dice: &mut Dice, raw: &[u8]) -> Vec<u8> {
    let mut body = contents(raw).to_vec();
    for _ in 0..=dice.roll(3) {
        if body.is_empty() {
            break;
        }
        let at = dice.roll(body.len());
        match dice.roll(5) {
            0 => body[at] = dice.roll(256) as u8,
            1 => body[at] ^= 1 << dice.roll(8),
            2 => body.insert(at, dice.roll(256) as u8),
            3 => body[at] = *dice.pick(&[0, 1, 0x7f, 0x80, 0xff]),
            _ => {
                body.remove(at);
            }
        }
    }
    sealed(1, &body)
}
