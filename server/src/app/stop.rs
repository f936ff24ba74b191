//! The end of the relay, as every link and loop hears of it.

use tokio::sync::watch;

use super::App;

impl App {
    /// Tells every link and the accept loop to end.
    pub fn stop(&self) {
        self.0.stop.send_replace(true);
    }

    /// Whether the relay was told to end.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        *self.0.stop.borrow()
    }

    /// Becomes true when the relay is told to end.
    #[must_use]
    pub fn stop_signal(&self) -> watch::Receiver<bool> {
        self.0.stop.subscribe()
    }

    /// Ends when the relay is told to.
    pub async fn stopped(&self) {
        let mut stop = self.0.stop.subscribe();
        // The sender lives as long as the app itself.
        let _ = stop.wait_for(|stop| *stop).await;
    }
}
