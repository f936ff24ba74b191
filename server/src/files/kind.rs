//! What a file is, from its first bytes alone: nothing is ever decoded here.

use imagesize::ImageType;

use crate::limits::{PICTURE_PIXELS_MAX, PICTURE_SIDE_MAX};
use crate::store::files::FileKind;

/// What a file is; `None` for what is not taken, a picture that says it is too large among it.
pub(super) fn kind_of(bytes: &[u8]) -> Option<FileKind> {
    if bytes.starts_with(b"%PDF-") {
        return Some(FileKind::Pdf);
    }
    let kind = match imagesize::image_type(bytes).ok()? {
        ImageType::Jpeg => FileKind::Jpeg,
        ImageType::Png => FileKind::Png,
        ImageType::Webp => FileKind::Webp,
        _ => return None,
    };
    let size = imagesize::blob_size(bytes).ok()?;
    let (width, height) = (size.width, size.height);
    let fits = |side: usize| (1..=PICTURE_SIDE_MAX).contains(&side);
    let is_small = fits(width) && fits(height) && width * height <= PICTURE_PIXELS_MAX;
    is_small.then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The beginning of a PNG of that size.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let start = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR";
        [&start[..], &width.to_be_bytes(), &height.to_be_bytes()].concat()
    }

    #[test]
    fn a_picture_that_says_it_is_huge_is_none() {
        assert_eq!(kind_of(&png(1_600, 1_200)), Some(FileKind::Png));
        assert_eq!(kind_of(&png(8_192, 2_929)), Some(FileKind::Png));
        for (width, height) in [
            (60_000, 60_000),
            (8_193, 1),
            (1, 8_193),
            (8_192, 2_930),
            (0, 10),
            (u32::MAX, u32::MAX),
        ] {
            assert_eq!(kind_of(&png(width, height)), None, "{width} x {height}");
        }
    }

    #[test]
    fn what_is_no_picture_and_no_document_is_none() {
        assert_eq!(kind_of(b"%PDF-1.7\n"), Some(FileKind::Pdf));
        for bytes in [
            &b""[..],
            b"%PD",
            b"<html><script>",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"GIF89a\x01\0\x01\0",
            b"\xff\xd8\xff",
            b"RIFF\0\0\0\0WEBPVP8 ",
            b"\x89PNG\r\n\x1a\n",
            b"MZ\x90\0",
        ] {
            assert_eq!(kind_of(bytes), None, "{bytes:?}");
        }
    }
}
