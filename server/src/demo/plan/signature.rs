//! Signatures.

use besace_model::ids::MemberId;

/// Somebody's signature as a finger draws it: a wave with a line under it.
pub(super) fn strokes(of: MemberId) -> String {
    let [.., left, turns, high] = *of.as_bytes();
    let (left, turns) = (120 + u32::from(left % 140), 10 + u32::from(turns % 8));
    let wave: Vec<String> = (0..turns)
        .map(|turn| {
            let height = 30 + (u32::from(high) + turn * 29) % 90;
            let y = if turn % 2 == 0 {
                190 - height
            } else {
                190 + height
            };
            format!("{},{y}", left + turn * 38)
        })
        .collect();
    let under = format!("{},310 {},300", left - 20, left + turns * 38 + 30);
    format!("{};{under}", wave.join(" "))
}
