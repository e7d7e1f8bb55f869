import type { FilesWords } from '../en/files.ts';
import { isolated, plurals, stopped } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('fr');
const { articles } = glance;

export const files: FilesWords = {
  title: 'Importer et exporter',
  backup: 'Sauvegarde',
  backupNote:
    'Un seul fichier avec tout ce qui est à vous : le journal, vos propres noms, notes, listes, corrections, paramètres, et les adresses de vos flux. Les profils n’y sont pas ; ils reviendront de leurs flux.',
  readable: 'Le fichier n’est pas protégé : qui le possède peut lire ce que vous avez lu et écrit.',
  save: 'Enregistrer une sauvegarde',
  saving: 'La sauvegarde se prépare …',
  saved: (name) => `Enregistré : ${isolated(name)}`,
  notSaved: (trouble) => stopped(`Enregistrement impossible : ${trouble}`),
  otherFormats: (explorer) => ['Dans d’autres formats, pour d’autres programmes : ', explorer],
  takeIn: 'Importer',
  takeInNote:
    'Une sauvegarde ou un journal de Muster, un fichier FollowTheMoney, un tableau (CSV), ou une liste avec un nom par ligne. Vous voyez d’abord ce qu’il contient.',
  file: 'Fichier ; on peut aussi le déposer ici',
  reading: 'Lecture du fichier …',
  notRead: (trouble) => stopped(`Le fichier n’a pas pu être lu : ${trouble}`),
  readAs: 'Lire comme',
  formats: {
    log: 'Sauvegarde ou journal de Muster',
    'follow-the-money': 'Fichier FollowTheMoney',
    csv: 'Tableau (CSV)',
    names: 'Liste de noms',
  },
  holds: (what) => `Contenu : ${what}.`,
  holdsNothing: 'Il ne contient rien qui puisse être importé.',
  overdue: (n) =>
    p(n, {
      one: '# des articles a été ouvert pour la dernière fois il y a plus longtemps que vous ne les conservez. Il serait effacé de nouveau d’ici un jour : choisissez d’abord une durée plus longue sous « Ce qui est conservé ».',
      many: '# des articles ont été ouverts pour la dernière fois il y a plus longtemps que vous ne les conservez. Ils seraient effacés de nouveau d’ici un jour : choisissez d’abord une durée plus longue sous « Ce qui est conservé ».',
      other:
        '# des articles ont été ouverts pour la dernière fois il y a plus longtemps que vous ne les conservez. Ils seraient effacés de nouveau d’ici un jour : choisissez d’abord une durée plus longue sous « Ce qui est conservé ».',
    }),
  counted: {
    article: articles,
    own: (n) => p(n, { one: '# nom à vous', many: '# de noms à vous', other: '# noms à vous' }),
    verdict: (n) => p(n, { one: '# correction de repères', many: '# de corrections de repères', other: '# corrections de repères' }),
    annotation: (n) => p(n, { one: '# profil avec vos notes', many: '# de profils avec vos notes', other: '# profils avec vos notes' }),
    list: (n) => p(n, { one: '# liste', many: '# de listes', other: '# listes' }),
  },
  passed: (n) =>
    p(n, {
      one: '# enregistrement ne nomme personne et sera ignoré.',
      many: '# d’enregistrements ne nomment personne et seront ignorés.',
      other: '# enregistrements ne nomment personne et seront ignorés.',
    }),
  firstOf: (n, of) => `Les ${n} premiers sur ${of}`,
  rows: 'Tel que ce serait importé',
  columns: { what: 'Quoi', which: 'Contenu', aliases: 'Autres noms', country: 'Pays', day: 'Jour' },
  types: { article: 'article', own: 'nom à vous', verdict: 'correction d’un repère', annotation: 'remarque', list: 'liste' },
  whichColumn: 'Ce que contient chaque colonne',
  whichIsName: 'Aucune colonne ne s’appelle comme celles qui contiennent des noms. Indiquez laquelle.',
  noColumn: 'aucune',
  countryNote: 'Un pays est placé en tête de la remarque.',
  kindOfAll: 'Ce qu’ils sont',
  kindOfRest: 'Ce que sont ceux dont le tableau ne le dit pas',
  leftOut: (n) => p(n, { one: '# enregistrement écarté', many: '# d’enregistrements écartés', other: '# enregistrements écartés' }),
  more: (n) => p(n, { one: 'et # autre', many: 'et # d’autres', other: 'et # autres' }),
  line: (n) => `Ligne ${n}`,
  came: (came, of) => `${came} sur ${of} sont arrivés.`,
  bad: {
    empty: 'Le fichier est vide.',
    'not-text': 'Ce n’est pas du texte, mais un classeur, une archive ou une image. Un tableau doit d’abord être enregistré en CSV.',
    'not-ours': 'Ce n’est ni un journal ni une sauvegarde de Muster.',
    'newer-format': 'Une version plus récente de Muster a écrit ceci. Mettez d’abord Muster à jour.',
    'no-column': 'Cette colonne n’existe pas.',
    'missing-records': 'Le fichier est tronqué.',
    'wrong-encoding': 'Certains caractères sont illisibles. Le fichier doit être enregistré en UTF-8.',
    'too-long': 'La ligne est trop longue.',
    'not-json': 'Ce n’est pas du JSON.',
    'not-object': 'Ce n’est pas un objet JSON.',
    'unknown-type': 'Muster ne connaît pas ce type d’enregistrement.',
    'wrong-shape': 'Un champ manque, ou contient autre chose que prévu.',
    contradiction: 'L’enregistrement se contredit.',
    duplicate: 'Identique à un précédent.',
    quotes: 'Un guillemet n’est pas fermé, ou l’est au mauvais endroit.',
    cells: 'Il y a plus de cellules que de colonnes.',
    'no-name': 'Le nom manque.',
    'name-without-letter': 'Le nom ne contient ni lettre ni chiffre.',
    'unknown-kind': 'Muster ne connaît pas cette catégorie.',
    'name-too-long': 'Un nom est trop long.',
    'too-many-aliases': 'Il y a trop d’autres noms.',
  },
  withSettings: 'Les paramètres aussi',
  withSettingsNote: 'Ils remplacent ceux d’ici. Les sites qui peuvent être lus restent ceux de ce navigateur.',
  feedsInIt: 'Flux présents dans le fichier',
  feedsNote:
    'Ils ne sont pas ajoutés avec le reste : c’est à vous de dire à qui vous faites confiance. Chaque lien remplit le formulaire d’un flux.',
  addFeed: (title) => `Ajouter : ${isolated(title)} …`,
  take: (n) => p(n, { one: 'Importer # enregistrement', many: 'Importer # d’enregistrements', other: 'Importer # enregistrements' }),
  takeSettings: 'Importer les paramètres',
  taking: 'Importation …',
  added: (what) => `Ajouté : ${what}.`,
  replaced: (what) => `Remplacé par plus récent : ${what}.`,
  known: (what) => `Déjà là : ${what}.`,
  nothingNew: 'Rien n’a été ajouté.',
  wereLeftOut: (n) =>
    p(n, {
      one: '# enregistrement a été écarté.',
      many: '# d’enregistrements ont été écartés.',
      other: '# enregistrements ont été écartés.',
    }),
  settingsTaken: 'Les paramètres sont repris.',
  settingsNotTaken: (trouble) => stopped(`Les paramètres restent tels quels : ${trouble}`),
  notTaken: (trouble) => stopped(`Rien n’a été modifié : ${trouble}`),
};
