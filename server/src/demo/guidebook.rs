//! What the guide of the demonstration says: pages of everybody, sheets of the seven sectors.

mod pages;
mod sheets;

use besace_model::kinds::guide::{GuidePart, SectorPart};
use besace_model::kinds::profile::Sector;

pub(super) use pages::PAGES;
pub(super) use sheets::SHEETS;

/// A page: what it is, title, text, address.
pub(super) type Page = (GuidePart, &'static str, &'static str, &'static str);
/// A line of a sheet: what it is, title, text, rate in basis points.
pub(super) type Line = (SectorPart, &'static str, &'static str, Option<i64>);
/// The sheet of a sector.
pub(super) type Sheet = (Sector, &'static [Line]);
