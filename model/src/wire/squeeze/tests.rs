//! Frames there and back, bombs and torn ends.

use super::*;

#[test]
fn a_frame_comes_out_as_it_went_in_or_stays_as_it_is() {
    for len in [0, 1, SQUEEZE_FROM_BYTES, 5_000, FRAME_BYTES_MAX] {
        let frame: Vec<u8> = (0..len).map(|at| b"\x82\x01besace "[at % 9]).collect();
        let small = squeeze(frame.clone());
        assert!(small.len() <= frame.len());
        assert_eq!(expand(&small).as_deref(), Ok(&frame[..]));
    }
    let mut noise = vec![0x82];
    let mut state = 7u32;
    noise.extend((0..3_000).map(|_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    }));
    assert_eq!(squeeze(noise.clone()), noise);
}

#[test]
fn a_bomb_is_given_up_at_the_size_of_a_frame() {
    let mut deflate = Compress::new(Compression::best(), false);
    let zeros = vec![0; 60 * 1024 * 1024];
    let mut bomb = Vec::with_capacity(64 * 1024);
    bomb.push(SQUEEZED);
    let made = deflate.compress_vec(&zeros, &mut bomb, FlushCompress::Finish);
    assert!(matches!(made, Ok(Status::StreamEnd)));
    assert!(bomb.len() < 64 * 1024);
    let Err(WireError::TooLong(reached)) = expand(&bomb) else {
        panic!("it expands");
    };
    assert!(reached <= FRAME_BYTES_MAX + 16, "{reached}");
}

#[test]
fn bytes_that_end_early_or_late_are_no_frame() {
    let frame = vec![0x82; 4_000];
    let small = squeeze(frame);
    for end in 1..small.len() {
        assert_eq!(expand(&small[..end]), Err(WireError::Malformed), "{end}");
    }
    let mut long = small.clone();
    long.push(0);
    assert_eq!(expand(&long), Err(WireError::Trailing));
    assert!(expand(&[SQUEEZED]).is_err());
    assert!(expand(&[SQUEEZED, 0xff, 0xff]).is_err());
}
