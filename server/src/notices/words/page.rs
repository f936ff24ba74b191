//! The page that a link in a mail opens: plain, without script, and with nothing that happens before somebody presses a button.

use crate::store::channels::Lang;

/// What the page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// An address that may be confirmed.
    Confirm,
    /// An address that mails go to, which may be stopped.
    Stop,
    /// It was confirmed.
    Confirmed,
    /// Nothing comes any more.
    Stopped,
    /// The link leads nowhere, or not any more.
    Over,
}

/// The page; its buttons post to what the link carries.
#[must_use]
pub fn page(page: Page, lang: Lang, secret: &str) -> String {
    let text = text(page, lang);
    let action = match page {
        Page::Confirm => Some(("confirm", button(true, lang))),
        Page::Stop | Page::Confirmed => Some(("stop", button(false, lang))),
        Page::Stopped | Page::Over => None,
    };
    let form = action.map_or(String::new(), |(action, button)| {
        format!(
            "<form method=\"post\" action=\"/mail/{secret}/{action}\"><button>{button}</button></form>\n"
        )
    });
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>Besace</title>\n<main>\n<h1>Besace</h1>\n<p>{text}</p>\n{form}</main>\n",
        lang.as_str()
    )
}

fn button(is_confirm: bool, lang: Lang) -> &'static str {
    match (is_confirm, lang) {
        (true, Lang::Fr) => "Confirmer",
        (true, Lang::En) => "Confirm",
        (false, Lang::Fr) => "Ne plus recevoir de courriels",
        (false, Lang::En) => "No more mails",
    }
}

fn text(page: Page, lang: Lang) -> &'static str {
    match (page, lang) {
        (Page::Confirm, Lang::Fr) => {
            "Recevoir à cette adresse, une fois par semaine au plus, ce qui vous attend dans Besace ?"
        }
        (Page::Confirm, Lang::En) => {
            "Be told at this address, once a week at most, what is waiting for you in Besace?"
        }
        (Page::Stop, Lang::Fr) => "Besace vous écrit à cette adresse une fois par semaine au plus.",
        (Page::Stop, Lang::En) => "Besace writes to this address once a week at most.",
        (Page::Confirmed, Lang::Fr) => {
            "C’est confirmé : Besace vous écrira une fois par semaine au plus."
        }
        (Page::Confirmed, Lang::En) => "Confirmed: Besace will write to you once a week at most.",
        (Page::Stopped, Lang::Fr) => "C’est fait : Besace n’écrit plus à cette adresse.",
        (Page::Stopped, Lang::En) => "Done: Besace does not write to this address any more.",
        (Page::Over, Lang::Fr) => {
            "Ce lien ne mène plus à rien. / This link leads nowhere any more."
        }
        (Page::Over, Lang::En) => {
            "This link leads nowhere any more. / Ce lien ne mène plus à rien."
        }
    }
}
