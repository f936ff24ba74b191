//! Clocks that somebody sets while everything runs: nobody is kept waiting by that.

use besace_model::access::Role;
use besace_model::ids::MemberId;
use besace_model::limits::{BACKOFF_MS_MAX, TOKEN_LIFE_MS};
use besace_tests::people;
use besace_tests::world::World;

const YEAR_MS: i64 = 365 * 86_400_000;
/// Two phones hear of each other's work by then, while their links stand.
const LIVE_MS: i64 = 5_000;

struct Two {
    world: World,
    spent: i64,
}

impl Two {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("besace-clock-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        let mut world = World::new(3, folder);
        let anna: MemberId = world.member("Anna", &[Role::Entrepreneur]);
        world.phone(anna);
        world.phone(anna);
        world.pass(LIVE_MS);
        Self { world, spent: 0 }
    }

    /// The first phone saves something; the second shows it in time.
    fn meets_within(&mut self, ms: i64) {
        self.spend();
        self.world.pass(ms);
        let records = self.world.phones[1].records();
        let found = records
            .values()
            .any(|record| people::has_amount(record, self.spent));
        assert!(found, "not there after {ms} ms");
    }

    fn spend(&mut self) {
        self.spent += 1;
        let now = self.world.now;
        let id = people::ulid(&mut self.world.chance, now);
        self.world
            .act(0, people::expense(id, "Essence", self.spent));
    }

    /// On a link that stands, after it broke, and once tokens have run out.
    fn goes_on(&mut self) {
        self.meets_within(LIVE_MS);
        self.world.crash_relay();
        self.world.pass(30_000);
        self.world.relay.start();
        self.meets_within(2 * BACKOFF_MS_MAX);
        self.world.pass(2 * TOKEN_LIFE_MS);
        self.meets_within(LIVE_MS);
        self.world.settle();
        let relay = self.world.relay.coop().expect("the relay runs");
        self.world.watch.check(relay, &self.world.phones);
    }
}

#[test]
fn a_phone_whose_clock_is_put_back_or_forward_a_year_syncs_on() {
    let mut two = Two::new("phone");
    for year in [-YEAR_MS, YEAR_MS, 0] {
        two.world.phones[0].skew_ms = year;
        two.goes_on();
    }
}

#[test]
fn a_relay_whose_clock_is_put_back_or_forward_a_year_serves_on() {
    let mut two = Two::new("relay");
    for year in [-YEAR_MS, YEAR_MS, 0] {
        two.world.relay.skew_ms = year;
        two.goes_on();
    }
}
