import type { MineWords } from '../en/mine.ts';
import { isolated, plurals, stopped } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('fr');
const { quote } = glance;

export const mine: MineWords = {
  aliasHint: 'Une ligne peut finir par la langue du nom, entre parenthèses : Зброяр (uk)',
  change: 'Modifier',
  changeOne: (name) => `Modifier : ${name}`,
  save: 'Enregistrer',
  cancel: 'Ne rien changer',
  isChanged: (name) => `Modifié : ${isolated(name)}.`,
  notChanged: (trouble) => stopped(`Modification impossible : ${trouble}`),
  changedMeanwhile: 'Une autre fenêtre l’a modifié entre-temps. Voici l’état actuel :',
  saveAgain: 'Ce que vous avez saisi est toujours là : enregistrez de nouveau pour le mettre à la place.',
  lists: 'Listes',
  listsNote: 'Une liste réunit des noms que vous suivez. Un nom y est inscrit depuis son profil.',
  noLists: 'Pas encore de liste.',
  newList: 'Créer une liste',
  listName: 'Nom de la liste',
  make: 'Créer',
  listMade: (name) => `La liste ${quote(name)} est créée.`,
  listRemoved: (name) => `La liste ${quote(name)} est retirée.`,
  notify: 'M’avertir quand l’un d’eux est cité',
  notifyNote:
    'Le navigateur affiche une notification quand l’un d’eux apparaît pour la première fois dans un article. Il demandera d’abord votre accord.',
  notifyRefused: 'Le navigateur n’a pas été autorisé à afficher des notifications : l’option reste désactivée.',
  members: (n) => p(n, { one: '# nom', many: '# de noms', other: '# noms' }),
  noMembers: 'Personne n’y figure encore.',
  rename: 'Renommer',
  renameOne: (name) => `Renommer : ${name}`,
  notes: 'Notes et corrections',
  notesNote: 'Ce que vous avez écrit sur des noms et les profils que vous avez corrigés. Tout reste sur cet ordinateur.',
  noNotes: 'Vous n’avez encore rien écrit. Chaque profil a une place pour les notes, les listes et les corrections.',
  corrected: 'profil corrigé',
  notesRemoved: (name) => `Retiré, ce que vous aviez écrit : ${isolated(name)}.`,
  notesChanged: 'Une autre fenêtre l’a modifié entre-temps : regardez de nouveau.',
};
