//! What somebody types where the cooperative governs itself.

use serde_json::{Value, json};

use super::typed::entry;

/// Into groups, consultations, stances and assemblies of one's own. Of two consultations one is public, one secret.
pub(super) fn own(person: usize) -> Vec<Value> {
    let id = |number| entry(person, number).to_string();
    let (group, assembly) = (id(40), id(50));
    let mut all = vec![
        json!({"type": "foundGroup", "id": group, "group": {"name": "?", "sort": "circle",
            "aim": "?", "byApproval": false}}),
        json!({"type": "addMandate", "group": group, "id": id(41), "mandate": {"title": "?",
            "duties": "?", "starts": "", "ends": ""}}),
        json!({"type": "addMinutes", "group": group, "id": id(42), "minutes": {"day": "2026-03-02",
            "title": "?", "body": "?"}}),
        json!({"type": "addGroupAction", "group": group, "id": id(43), "action": {"text": "?",
            "owner": null, "due": "", "done": false}}),
        json!({"type": "addAssembly", "id": assembly, "assembly": {"title": "?",
            "startsAt": "2026-06-12T16:00:00Z", "place": "?", "noticeSent": "", "voters": 8,
            "present": 0, "proxiesMax": 2, "quorumBp": null, "proceedings": "?"}}),
        json!({"type": "addAgendaItem", "assembly": assembly, "id": id(51), "item": {"rank": 1,
            "title": "?", "details": "?"}}),
        json!({"type": "addAssemblyDocument", "assembly": assembly, "id": id(52), "document": {
            "title": "?", "link": "?"}}),
        json!({"type": "addResolution", "assembly": assembly, "id": id(53), "resolution": {
            "title": "?", "body": "?", "majority": "simple", "votesFor": 0, "votesAgainst": 0,
            "votesAbstain": 0}}),
    ];
    for (number, secret) in [(44, false), (46, true)] {
        all.extend(consultation(&id(number), &id(number + 1), secret));
    }
    all
}

fn consultation(id: &str, option: &str, secret: bool) -> [Value; 5] {
    let closes = "2026-04-02T09:00:00Z";
    [
        json!({"type": "addConsultation", "id": id, "consultation": {"question": "?",
            "details": "?", "method": "advice", "secret": secret, "closes": closes,
            "quorumBp": null, "proxies": 0}, "electorate": {"whom": "everyone"}}),
        json!({"type": "addOption", "consultation": id, "id": option, "option": {"label": "?",
            "day": ""}}),
        json!({"type": "setConsultationStatus", "id": id, "status": "open"}),
        json!({"type": "takeStance", "id": id, "stance": {"option": null, "position": null,
            "days": [], "reason": "?", "proxy": null, "closes": closes}}),
        json!({"type": "publishOutcome", "id": id, "outcome": "?"}),
    ]
}
