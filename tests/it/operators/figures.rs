//! Figures for Prometheus, and logs.

use super::{Serving, free_port, get, init, refused};
use crate::coop::fresh_folder;

#[test]
fn log_lines_carry_no_colour_codes_where_no_terminal_shows_them() {
    let data = fresh_folder("colours");
    init(&data, "Estuaire");
    for format in ["text", "json"] {
        let log = Serving::start(&data, &["--log-format", format]).stop();
        assert!(log.contains("the relay is ready"), "{log}");
        assert!(!log.contains('\u{1b}'), "{log:?}");
    }
    assert!(!refused(&data, &["invite"]).contains('\u{1b}'));
}

#[test]
fn figures_are_answered_on_a_listener_of_their_own_alone() {
    let data = fresh_folder("figures");
    init(&data, "Estuaire");
    let port = free_port();
    let at = format!("127.0.0.1:{port}");
    let serving = Serving::start(&data, &["--metrics-listen", &at]);
    let (status, figures) = get(port, "/metrics").expect("an answer");
    assert_eq!(status, 200);
    for figure in ["besace_connections ", "besace_derived_seconds{"] {
        assert!(figures.contains(figure), "{figures}");
    }
    let (_, public) = get(serving.port, "/metrics").expect("an answer");
    assert!(!public.contains("besace_connections"), "{public}");
    assert_eq!(get(port, "/health").expect("an answer").0, 404);
    serving.stop();
}
