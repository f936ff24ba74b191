//! Few bytes may not become much work: for the relay, for a phone that loads the document, for whoever writes next.

mod apart;
mod ops;
mod sessions;
