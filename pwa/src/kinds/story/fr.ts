/** The French texts of stories that every phone has. */

export const fr = {
  stories: {
    desk: 'Rédaction',
    news: 'Actualités',
    consents: 'Mes accords',
    kinds: {
      news: 'Actualité',
      testimony: 'Témoignage',
      press: 'Presse',
      social: 'Réseaux sociaux',
      newsletter: 'Lettre',
    },
    statuses: { draft: 'Brouillon', review: 'À relire' },
    sorts: { image: 'Être montré·e et nommé·e', testimony: 'Voir mes paroles publiées' },
    fields: {
      publishOn: 'Date de parution',
      sort: 'Accord',
      since: 'À partir du',
      until: 'Jusqu’au',
      revoked: 'Retiré',
      channels: 'Où cela paraît',
      people: 'Personnes montrées',
    },
  },
  sync: {
    kinds: { story: 'Article', consent: 'Accord', news: 'Actualité' },
  },
  refused: {
    kinds: { story: 'Article', consent: 'Accord', news: 'Actualité' },
  },
  today: {
    kind: {
      storyReview: 'Article à relire et approuver',
      storyConsent: 'Approuvé, un accord manque',
      consentAsked: 'Vous êtes montré·e dans un article\u00a0: donnez ou refusez votre accord',
    },
  },
};
