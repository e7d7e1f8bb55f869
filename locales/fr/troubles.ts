import type { Troubles } from '../en/troubles.ts';
import { isolated, plurals } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('fr');
const { quote } = glance;
const because = (why: string) => (why === '' ? 'l’espace de stockage est plein' : isolated(why));
const MARKED = 'Les noms sont toujours marqués, d’après les profils fournis avec l’extension, mais rien n’est conservé.';

export const troubles: Troubles = {
  'storage-late':
    'La base de données de Muster n’a pas encore répondu. Les noms sont marqués d’après les profils fournis avec l’extension ; rien n’est conservé jusqu’à sa réponse, puis les pages ouvertes le seront.',
  'storage-refused': `Le navigateur refuse une base de données à Muster (mode privé, ou données des sites désactivées). ${MARKED}`,
  'storage-full': `Le disque ou l’espace de stockage du navigateur est plein. ${MARKED} Libérez de l’espace et redémarrez le navigateur.`,
  'storage-newer': `La base de données de Muster a été écrite par une version plus récente de l’extension et reste intacte. ${MARKED} Mettez l’extension à jour.`,
  'storage-broken': (why) =>
    `La base de données de Muster ne peut pas être ouverte (${isolated(why)}). Elle n’a pas été supprimée. ${MARKED} Redémarrez le navigateur ; si cela ne suffit pas, retirer puis réinstaller Muster en crée une nouvelle, vide.`,
  'settings-not-stored': (why) =>
    `Vos paramètres n’ont pas pu être enregistrés (${isolated(why)}) et restent tels qu’ils étaient. Libérez de l’espace et réessayez.`,
  'log-unread': (why) => `Votre journal n’a pas pu être lu (${isolated(why)}). Il n’a pas été supprimé ; redémarrez le navigateur.`,
  'log-unreached': 'Votre journal est inaccessible, rien n’a donc été effacé. Redémarrez le navigateur et réessayez.',
  'page-not-kept': (why) => `Une page n’a pas pu être ajoutée à votre journal (${isolated(why)}). Rien n’a été conservé à moitié.`,
  'page-no-room':
    'L’espace de stockage est plein : cette page n’a pas été conservée. Libérez de l’espace, ou effacez des pages plus anciennes dans les paramètres.',
  'old-not-erased': (why) =>
    `Ce qui est plus ancien que vous ne le souhaitez n’a pas pu être effacé (${isolated(why)}). Une nouvelle tentative a lieu chaque jour.`,
  'profiles-not-loaded': (why) => `Les profils n’ont pas pu être chargés (${isolated(why)}). Rien n’est marqué. Redémarrez le navigateur.`,
  'packaged-broken': (why) =>
    `Les profils fournis avec l’extension sont endommagés (${isolated(why)}) ; ceux qui étaient enregistrés restent utilisés. Réinstallez l’extension.`,
  'packaged-broken-none': (why) =>
    `Les profils fournis avec l’extension sont endommagés (${isolated(why)}) et aucun n’est enregistré. Rien n’est marqué. Réinstallez l’extension.`,
  'newer-no-room':
    'L’espace de stockage est plein : des profils plus récents n’ont pas pu être enregistrés, les anciens restent utilisés. Libérez de l’espace et redémarrez le navigateur.',
  'newer-not-stored': (why) => `Des profils plus récents n’ont pas pu être enregistrés (${isolated(why)}) ; les anciens restent utilisés.`,
  'stored-unread': (why) =>
    `Les profils enregistrés n’ont pas pu être lus (${isolated(why)}). Les noms sont marqués d’après les profils fournis avec l’extension ; votre journal est intact.`,
  'compiled-not-stored': (why) =>
    `Les noms préparés n’ont pas pu être enregistrés (${because(why)}) : Muster fonctionne, mais démarre plus lentement.`,
  'own-some-unread': (n) =>
    p(n, {
      one: '# des noms que vous avez ajoutés ne peut pas être lu et n’est pas marqué. Il n’a pas été supprimé.',
      many: '# des noms que vous avez ajoutés ne peuvent pas être lus et ne sont pas marqués. Ils n’ont pas été supprimés.',
      other: '# des noms que vous avez ajoutés ne peuvent pas être lus et ne sont pas marqués. Ils n’ont pas été supprimés.',
    }),
  'own-unread': (why) =>
    `Les noms que vous avez ajoutés n’ont pas pu être lus (${isolated(why)}) et ne sont pas marqués. Ils n’ont pas été supprimés ; redémarrez le navigateur.`,
  'own-no-room': (name) =>
    `L’espace de stockage est plein : ${quote(name)} n’a pas été ajouté. Libérez de l’espace, ou effacez des pages plus anciennes dans les paramètres.`,
  'own-private': 'Une fenêtre privée ne conserve rien. Ouvrez votre liste dans une autre fenêtre pour ajouter un nom.',
  'own-refused': 'Le navigateur refuse le stockage, rien ne peut donc être ajouté.',
  'own-no-letter': 'Un nom doit contenir au moins une lettre ou un chiffre.',
  'own-no-kind': (kind) => `Cette catégorie n’existe pas : ${kind}.`,
  'own-too-long': (most) => `Un nom a au plus ${most} caractères.`,
  'own-too-many': (most) => `Au plus ${most} autres noms.`,
  'notes-private': 'Une fenêtre privée ne conserve rien. Écrivez ceci dans une autre fenêtre.',
  'notes-refused': 'Le navigateur refuse le stockage, rien ne peut donc être écrit.',
  'notes-no-room': 'Le stockage est plein : rien n’a été écrit. Libérez de la place ou effacez dans les options des pages plus anciennes.',
  'note-too-long': (most) => `Une note a au plus ${most} caractères.`,
  'overlay-no-address': (text) => `${quote(text)} n’est pas une adresse web. Elle commence par https:// ou http://.`,
  'overlay-no-country': (text) => `${quote(text)} n’est pas un code de pays. Il a deux lettres, comme UA ou NO.`,
  'list-no-name': 'Une liste a besoin d’un nom.',
  'verdicts-unread': (why) =>
    `Vos corrections (« ce n’est pas cela ») n’ont pas pu être lues (${isolated(why)}). Elles ne sont pas perdues ; redémarrez le navigateur.`,
  'verdicts-not-stored': (why) =>
    `Vos dernières corrections (« ce n’est pas cela ») n’ont pas pu être enregistrées (${because(why)}). Elles ne valent que pour un temps. Libérez de l’espace, puis donnez-en une autre.`,
  'never-list-missing': (why) =>
    `La liste des sites jamais lus est absente de l’extension (${isolated(why)}), aucune page n’est donc lue. Réinstallez l’extension.`,
  'sites-not-set-up': (why) => `Les sites que vous avez autorisés n’ont pas pu être préparés (${isolated(why)}). Redémarrez le navigateur.`,
  'feeds-lost':
    'Le navigateur a perdu la base de données de Muster : votre journal et les profils téléchargés. Les profils fournis avec Muster sont utilisés.',
  'feeds-lost-off': (titles) =>
    `Le navigateur a perdu la base de données de Muster : votre journal et les profils téléchargés. Les profils fournis avec Muster sont utilisés. Les flux que vous aviez ajoutés sont dans votre liste, mais désactivés (${titles}) : réactivez-les.`,
  'feeds-not-updated': (why) => `Les flux n’ont pas pu être mis à jour (${isolated(why)}). Les profils enregistrés restent utilisés.`,
  'feed-private': 'Une fenêtre privée ne conserve rien. Ouvrez les paramètres dans une autre fenêtre pour ajouter un flux.',
  'feed-no-storage':
    'Le navigateur refuse le stockage, les flux ne peuvent donc pas être conservés. Les profils fournis avec Muster sont utilisés.',
  'feed-fingerprint': 'Une empreinte a 40 caractères de 0 à 9 et de a à f. Demandez-la à l’éditeur.',
  'feed-known': 'Ce flux est déjà dans votre liste.',
  'feed-most': (most) => `Au plus ${most} flux. Retirez-en d’abord un.`,
  'feed-not-added': 'Le flux n’a pas pu être ajouté.',
  'feed-address': 'L’adresse d’un flux commence par https:// et désigne un dossier, par exemple https://news.example/muster/.',
  'feed-unknown': 'Ce flux n’est plus dans votre liste.',
  'feed-stays': 'Le flux fourni avec Muster reste. Il peut être désactivé.',
};
