import type { WelcomeWords } from '../en/welcome.ts';
import { plurals } from '../format.ts';

const p = plurals('fr');

export const welcome: WelcomeWords = {
  title: 'Bienvenue dans Muster',
  lede: 'Marque sur les pages d’actualité les entreprises et les responsables publics du secteur de la défense, et dit avec qui chacun a déjà été cité.',
  allOptions: 'Tous les paramètres',
  sampleTitle: 'À quoi ressemblent les repères',
  sample: {
    event: 'Forum des exemples',
    company: 'Systèmes Exemple',
    other: 'Échantillon & Fils',
    official: 'Jeanne Quidam',
    organisation: 'Alliance des modèles',
    programme: 'Spécimen',
    uncertain: 'Échantillon',
    text: (of) => [
      'Lors de l’événement ',
      of.event,
      ', ',
      of.company,
      ' et ',
      of.other,
      ' ont rencontré ',
      of.official,
      ', porte-parole de l’organisation ',
      of.organisation,
      ', au sujet de l’avion ',
      of.programme,
      '. Un certain ',
      of.uncertain,
      ' était là aussi.',
    ],
  },
  lines: {
    company: 'un trait plein',
    official: 'un trait double',
    organisation: 'un trait pointillé',
    event: 'un trait dessous et dessus',
    programme: 'des points dessous et dessus',
    uncertain: 'un trait pâle et discontinu',
  },
  uncertain: 'Incertain',
  restOnMark: 'Arrêtez le pointeur sur un repère : une fiche dit qui c’est et pourquoi il est marqué.',
  reads: 'Ce qui est lu',
  readsText: (n, link) => [
    `Le texte des pages de ${
      n === undefined
        ? 'sites d’actualité choisis'
        : p(n, { one: '# site d’actualité', many: '# de sites d’actualité', other: '# sites d’actualité' })
    }, pour y trouver des noms. `,
    link,
    '. Tout autre site seulement si vous l’autorisez dans la fenêtre de Muster, une fois ou toujours.',
  ],
  seeList: 'Voir la liste',
  neverReads:
    'Ce que vous tapez, les messageries, les banques, la santé et les autres sites privés ne sont jamais lus, quoi que vous autorisiez.',
  keeps: 'Ce qui est conservé, et où',
  keepsText:
    'De chaque article : son adresse, son titre, son éditeur et sa date, qui y est cité, et les phrases qui le citent. C’est ainsi que Muster peut dire avec qui quelqu’un a déjà été cité. Les fenêtres privées ne sont jamais conservées.',
  keepsWhere:
    'Tout reste dans ce navigateur, sur cet ordinateur (dans IndexedDB), aussi longtemps que vous le voulez. Vous pouvez effacer une page, un site, une période ou tout.',
  nothingLeaves: 'Rien ne quitte cet ordinateur.',
  nothingLeavesText:
    'Muster n’envoie à personne ni page, ni adresse, ni nom, ni statistique. Il n’y a pas de compte. Il ne demande que les flux de votre liste de profils, en entier, et toujours les mêmes quoi que vous lisiez ; au début, il n’y en a aucun.',
  pagesMaySee:
    'Une page qui le cherche peut découvrir que des mots y sont marqués, comme avec toute extension qui marque du texte ; elle ne voit pas ce que Muster sait ou conserve.',
  switches: 'Vos réglages',
  keepLogNote: 'Désactivé : les noms sont marqués, et rien n’est conservé.',
  everyPageNote: 'Pas seulement la liste des sites d’actualité. Le navigateur demandera votre accord.',
  ways: 'Comment y accéder',
  waysButton: 'Le bouton de la barre d’outils (Alt+Maj+M) : qui est sur cette page, ce qu’on en sait, et avec qui il a été cité.',
  waysSearch: 'Alt+Maj+L : rechercher dans les profils, dans n’importe quelle écriture.',
  waysCard: 'Alt+Maj+C : la fiche du nom suivant sur la page, sans le pointeur.',
  waysMenu: 'Sélectionnez un nom sur une page et ouvrez le menu : recherchez-le, ou ajoutez-le à votre liste.',
  waysNote: 'Le navigateur a pu attribuer ces touches à autre chose ; sa propre page des raccourcis d’extensions l’indique.',
};
