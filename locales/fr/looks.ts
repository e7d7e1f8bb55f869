import type { LooksWords } from '../en/looks.ts';

export const looks: LooksWords = {
  preview: 'Aspect actuel des repères',
  uncertain: 'Les noms incertains ont toujours un trait pâle, en tirets ou en pointillés.',
  strength: 'Les repères sont',
  lineOf: (kind) => `${kind} : trait`,
  colourOf: (kind) => `${kind} : couleur`,
  lines: {
    solid: 'Trait',
    double: 'Trait double',
    dotted: 'Points',
    dashed: 'Tirets',
    wavy: 'Vague',
    rails: 'Traits dessous et dessus',
    'dotted-rails': 'Points dessous et dessus',
    tint: 'Fond coloré',
  },
  colours: {
    blue: 'Bleu',
    violet: 'Violet',
    teal: 'Sarcelle',
    ochre: 'Ocre',
    slate: 'Ardoise',
    rose: 'Rose',
    ink: 'Noir ou blanc',
  },
  strengths: {
    subtle: 'discrets',
    normal: 'normaux',
    strong: 'marqués',
  },
  keys: 'Touches',
  noKey: 'aucune touche',
  onTheCard:
    'Sur une fiche ouverte au clavier, Tab mène à ses boutons et Échap la ferme. Dans la fenêtre de Muster et le panneau latéral, les flèches vont d’un nom à l’autre.',
  changeKeys: 'Modifier les touches dans le navigateur',
  browserKeeps: 'C’est le navigateur qui garde les touches, et il dit si l’une d’elles est déjà prise.',
  changeInFirefox:
    'Pour modifier les touches, ouvrez « Extensions et thèmes » (about:addons), la roue dentée, puis « Gérer les raccourcis d’extensions ».',
  commands: {
    _execute_action: 'Qui est sur cette page : la fenêtre de Muster',
    'look-up': 'Chercher dans les profils',
    'open-card': 'Ouvrir la fiche du nom atteint',
    'next-mention': 'Aller au nom suivant de la page',
    'previous-mention': 'Aller au nom précédent de la page',
    pause: 'Mettre en pause ou reprendre partout',
  },
};
