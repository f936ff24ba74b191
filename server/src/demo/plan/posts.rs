//! What members put on the board in the last months, and what others answer.

use besace_model::command::Command;
use besace_model::kinds::post::{PostCommand, PostFields, PostStatus, PostTopic};
use besace_model::time::{DAY_MS, Timestamp};

use super::super::dice::{Dice, instant, working_day};
use super::super::people::People;
use super::Plan;

mod more;

/// Days of the board.
const BOARD_DAYS: i64 = 90;
/// Days between a post and the first answer.
const PATIENCE_DAYS: i64 = 3;

/// A post: what it is, title, body, tags, and what somebody answers.
type Written = (
    PostTopic,
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static str,
);

const POSTS: [Written; 8] = [
    (
        PostTopic::Need,
        "Cherche un coin d’atelier",
        "Quinze mètres carrés à l’abri, une prise, trois matinées par semaine. Je peux payer une part du loyer.",
        &["atelier", "local"],
        "J’ai un fond de garage libre jusqu’à l’été. Viens voir.",
    ),
    (
        PostTopic::Offer,
        "Je relis vos devis",
        "Deux heures le vendredi. Envoyez-moi le devis la veille, on regarde les prix et les mots ensemble.",
        &["devis", "relecture"],
        "Volontiers, j’en ai un gros à envoyer lundi.",
    ),
    (
        PostTopic::Question,
        "Qui travaille avec des communes ?",
        "On me demande un bon de commande et un paiement à trente jours. Comment faites-vous ?",
        &["marchés publics"],
        "Demande le numéro d’engagement avant de commencer, sinon la facture dort.",
    ),
    (
        PostTopic::Experience,
        "Mon premier marché de Noël",
        "Trois jours, 1 200 € de ventes, et un rhume. À refaire, avec un chauffage et moins de stock.",
        &["vente", "marché"],
        "Merci de l’avoir raconté, j’hésitais.",
    ),
    (
        PostTopic::Need,
        "Des photos de chantier",
        "Une demi-journée de photos contre deux jours de menuiserie.",
        &["photo", "échange"],
        "Ça m’intéresse, je t’appelle.",
    ),
    (
        PostTopic::News,
        "La boutique partagée ouvre samedi",
        "Douze d’entre nous y vendent. Venez à l’ouverture, il y aura des crêpes.",
        &["boutique", "vente"],
        "J’y serai avec des affiches.",
    ),
    (
        PostTopic::Offer,
        "Une remorque à prêter",
        "Deux mètres, bâchée. Il faut la ramener propre.",
        &["prêt", "transport"],
        "Je la prends jeudi prochain si elle est libre.",
    ),
    (
        PostTopic::Question,
        "Un logiciel de caisse simple ?",
        "Pour un étal, sans abonnement si possible, et qui marche sans réseau.",
        &["caisse", "vente"],
        "",
    ),
];

/// The board of the last months.
pub(super) fn year(plan: &mut Plan, dice: &mut Dice, people: &People) {
    let members: Vec<usize> = people.entrepreneurs().map(|(index, ..)| index).collect();
    if members.len() < 2 {
        return;
    }
    let count = i64::try_from(POSTS.len()).unwrap_or_default();
    for (number, (topic, title, body, tags, answer)) in (0..).zip(POSTS) {
        let day = working_day(plan.today - BOARD_DAYS + number * BOARD_DAYS / count);
        let at = instant(day, 8 + dice.between(0, 9), dice.between(0, 59));
        let by = dice.pick(&members);
        let post = PostFields {
            topic,
            title: title.to_owned(),
            body: body.to_owned(),
            tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
            expires: String::new(),
            status: PostStatus::Open,
            event: None,
        };
        put(plan, dice, people, at, by, post, answer);
    }
    more::of_skills(plan, dice, people);
    more::of_events(plan, dice, people);
}

/// Puts a post on the board, which somebody else answers some days later unless there is nothing to say.
fn put(
    plan: &mut Plan,
    dice: &mut Dice,
    people: &People,
    at: Timestamp,
    by: usize,
    post: PostFields,
    answer: &str,
) {
    let members: Vec<usize> = people.entrepreneurs().map(|(index, ..)| index).collect();
    let id = dice.ulid(at);
    let helps = matches!(post.topic, PostTopic::Need | PostTopic::Question);
    plan.add(at, by, Command::Post(PostCommand::AddPost { id, post }));
    let other = dice.pick(&members);
    if answer.is_empty() || other == by {
        return;
    }
    let answered = at.plus_ms((1 + dice.between(0, PATIENCE_DAYS)) * DAY_MS);
    let reply = PostCommand::ReplyToPost {
        owner: people.0[by].member,
        id,
        text: answer.to_owned(),
        helps,
    };
    plan.add(answered, other, Command::Post(reply));
    if dice.percent(60) {
        let thanks = PostCommand::ThankForReply {
            id,
            member: people.0[other].member,
            thanks: true,
        };
        let thanked = answered.plus_ms(DAY_MS);
        plan.add(thanked, by, Command::Post(thanks));
    }
}
