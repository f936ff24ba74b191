//! Pictures of receipts, for those who want to see what a year of them weighs: each as a till prints it, photographed.

use besace_model::command::Command;
use besace_model::files::NamedFile;
use besace_model::ids::{CoopId, DocId, FileHash, MemberId};
use besace_model::kinds::activity::{ActivityCommand, ReceiptState};
use sha2::{Digest, Sha256};

use super::DemoError;
use super::dice::Dice;
use super::people::People;
use super::plan::Step;
use crate::clock::Clock;
use crate::config::Config;
use crate::coop::{Brought, Coop};
use crate::files::Files;
use crate::store::files::{FileKind, FileRow};

/// A phone's picture of a slip of paper, in pixels, once the app has made it small.
const WIDTH: usize = 480;
const HEIGHT: usize = 720;
/// Where the paper lies in it.
const MARGIN: usize = 32;
/// Height and distance of what is printed.
const LINE: usize = 12;
const LINES_EVERY: usize = 28;
const PAPER: i64 = 236;
const TABLE: i64 = 96;
const INK: i64 = 58;
/// Light is never even: so many pixels of grain, over and over, from another place for each picture.
const GRAINS: usize = 65_521;

/// A picture, and whose document names it.
pub(super) struct Receipt {
    by: usize,
    doc: DocId,
    file: NamedFile,
    bytes: Vec<u8>,
}

/// Gives each receipt that was handed in a picture.
pub(super) fn photograph(coop: CoopId, people: &People, steps: &mut [Step]) -> Vec<Receipt> {
    let mut dice = Dice::new(0);
    let grain: Vec<i64> = (0..GRAINS).map(|_| dice.between(-1, 1)).collect();
    let handed_in = |step: &mut Step| {
        let by = step.by;
        let doc = step.command.target(people.0[by].member).id(coop);
        let Command::Activity(ActivityCommand::AddExpense { id, expense }) = &mut step.command
        else {
            return None;
        };
        if expense.receipt != Some(ReceiptState::HandedIn) {
            return None;
        }
        let bytes = slip(&mut Dice::of(*id), &grain).ok()?;
        let file = NamedFile {
            hash: FileHash(Sha256::digest(&bytes).into()),
            bytes: u32::try_from(bytes.len()).ok()?,
        };
        expense.files = std::iter::once(file).collect();
        Some(Receipt {
            by,
            doc,
            file,
            bytes,
        })
    };
    steps.iter_mut().filter_map(handed_in).collect()
}

/// Keeps the pictures as if their phones had sent them.
///
/// # Errors
/// [`DemoError`] when the place of files or the cooperative fails.
pub(super) fn keep(
    coop: &mut Coop,
    config: &Config,
    clock: &Clock,
    people: &People,
    receipts: Vec<Receipt>,
) -> Result<(), DemoError> {
    let files = Files::new(config, clock.clone());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|error| DemoError::Files(error.into()))?;
    for receipt in receipts {
        let Receipt {
            by,
            doc,
            file: NamedFile { hash, bytes: size },
            bytes,
        } = receipt;
        let member: MemberId = people.0[by].member;
        let named = coop.files(|files| files.look(member, doc, hash))?;
        runtime
            .block_on(files.keep(coop.id(), hash, bytes))
            .map_err(DemoError::Files)?;
        let brought = Brought {
            file: FileRow {
                hash,
                bytes: size,
                kind: FileKind::Png,
            },
            doc: named.doc,
            member,
            member_max: config.files.member_bytes,
            coop_max: config.files.coop_bytes,
        };
        coop.note_file(clock.now(), brought)?;
    }
    Ok(())
}

/// A slip of paper on a table: words as bars, too small to be read, an amount at the end of each line.
fn slip(dice: &mut Dice, grain: &[i64]) -> Result<Vec<u8>, png::EncodingError> {
    let mut shades = vec![0; WIDTH * HEIGHT];
    for (at, shade) in shades.iter_mut().enumerate() {
        let is_paper = (MARGIN..WIDTH - MARGIN).contains(&(at % WIDTH));
        *shade = if is_paper { PAPER } else { TABLE };
    }
    for top in (2 * MARGIN..HEIGHT - MARGIN).step_by(LINES_EVERY) {
        let mut left = 2 * MARGIN;
        for _ in 0..dice.between(1, 4) {
            left = bar(&mut shades, dice, top, left) + LINE;
        }
        bar(&mut shades, dice, top, WIDTH - 3 * MARGIN);
    }
    let from = usize::try_from(dice.between(0, grain.len() as i64 - 1)).unwrap_or_default();
    let light = grain.iter().cycle().skip(from);
    let lit = |(shade, light): (i64, &i64)| u8::try_from(shade + light).unwrap_or_default();
    let pixels: Vec<u8> = shades.into_iter().zip(light).map(lit).collect();
    let mut bytes = Vec::new();
    let (width, height) = (WIDTH as u32, HEIGHT as u32);
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(bytes)
}

/// Prints a word, and says where it ends.
fn bar(shades: &mut [i64], dice: &mut Dice, top: usize, left: usize) -> usize {
    let width = usize::try_from(dice.between(20, 70)).unwrap_or_default();
    let right = (left + width).min(WIDTH - 2 * MARGIN);
    for row in top..top + LINE {
        for shade in shades
            .iter_mut()
            .skip(row * WIDTH + left)
            .take(right.saturating_sub(left))
        {
            *shade = INK;
        }
    }
    right
}
