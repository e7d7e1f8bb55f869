import { foldText } from '../../core/fold.ts';

/**
 * Words of everyday language that are also somebody's name. A form that is one of these is never strong, whatever the data
 * says: "may" opens half of all English sentences, and «хмари» are clouds far more often than they are Mr Khmara.
 * Only traps that our own kind of names can fall into are listed; lower case.
 */
const WORDS: Readonly<Record<string, string>> = {
  en: `may power rice young stark colt patria brown white black green gray grey king price best hunt cook banks fields field hill wood woods
    stone rock waters rivers lake marsh forest bush moss reed rose lily hope grace faith joy love west east north south day days week summer
    winter spring march april june august bishop pope abbot prior dean knight duke earl baron marshall marshal major general page butler baker
    smith taylor turner cooper carter fisher hunter archer mason miller potter parker porter gardner sawyer weaver wright walker barber chandler
    long short small little strong sharp swift wise good noble bright rich poor hardy savage moody frank grant pierce chase drew mark bill rob
    pat sue jack ray art guy dick hank curt ernest earnest case cash penny bond bell ball bass bean berry bird bull buck lamb wolf fox hawk
    crane drake finch swan heron martin robin crow pike cole coal steel silver gold diamond flint flynn glass cotton silk rust ash birch elm
    oak pine olive ivy heather sage thorn briar bloom flowers leaf branch root seed burns frost snow storm gale rain mist cloud sun moon star
    light lane street road bridge gates gate wall hall house church temple castle tower court park parks garden green shore cliff ford dale glen
    vale heath moor mill well wells pool pond brook burn ring rings crown cross lance spear shield sword blade arrow bow dart gun cannon shell
    shot target trigger orbital general dynamics precision vector triumph honest hero heroes anthem saga shadow phantom ghost
    raven falcon eagle osprey harrier tornado typhoon hurricane tempest thunder lightning predator reaper patriot liberty freedom victory
    unity union alliance alpha beta delta omega sigma apex summit peak pinnacle zenith horizon frontier pioneer voyager explorer discovery
    tusk tusks trumps browns kings waltz store stores shop house must might will can could would should shall said says new now one two three ten man men son sons lee law lord lords post press
    key keys lock safe sound speed force forces aim arms army navy marine coast guard guards watch patrol scout ranger rangers raider
    ready able action active advance agile ally amber anchor angel apple atlas axis badge balance barrier base battle beacon beam
    boss brand brave breeze brief broad buckle canvas cape captain carbon care charge charm chief civil clay clean clear coach code`,
  uk: `хмара хмари хмару хмарою хмарі козак козака козаку козаком козаки коваль коваля мельник мельника бондар кравець швець гончар ткач
    рибалка заєць вовк лис ведмідь кабан сокіл орел орла голуб соловей сорока ворона горобець журавель гусак мороз сніг вітер гроза град туча
    зима весна літо осінь ранок вечір середа субота неділя час година день ніч дуб клен верба береза сосна калина малина ожина горох біб
    капуста цибуля перець редька гарбуз буряк баран бик коза козел кінь віл король князь пан бояр воєвода гетьман сотник солдат стрілець
    шаблю шабля меч лук стріла щит камінь гора скала річка озеро море поле ліс сад став міст брама замок вежа хата двір
    мир миру миром війна слово слова право права правда воля доля сила сили слава надія віра любов душа голова рука нога око вус борода
    чорний білий синій зелений червоний сірий рудий малий великий новий старий добрий дикий тихий гострий гуляк пан пані гора сич жук
    поклад поклада покладом іскра іскри промінь маяк арсенал кузня прогрес мотор луч артем зоря оріон сонце спис січ мрія метал`,
  ru: `хмара козак козака коваль мельник волк волка лиса медведь кабан сокол орел орёл голубь соловей сорока ворона воробей мороз снег ветер
    гроза град туча зима весна лето осень утро вечер среда суббота час день ночь дуб береза сосна малина горох капуста лук перец баран бык
    коза козел конь король князь пан царь солдат меч стрела щит камень гора скала река озеро море поле лес сад мост замок башня дом двор
    мир мира миром война слово право права правда воля сила силы слава надежда вера любовь душа голова рука нога глаз борода
    черный белый синий зеленый красный серый рыжий малый большой новый старый добрый дикий тихий острый жук сыч
    алмаз алмаза вега гранит звезда заря искра восток запад север юг луч маяк мотор прогресс прибой ракета родина салют старт
    тетраэдр техника точка торнадо факел фазотрон циклон шторм арсенал антей кристалл орбита`,
  de: `kraft stark stein berg wolf fuchs vogel adler falke klein gross groß lang kurz jung alt neu schwarz weiß weiss braun roth rot grün könig
    kaiser herzog graf fürst bischof richter schulze müller schmidt schneider fischer weber bauer jäger koch becker wagner zimmermann
    sommer winter frühling herbst sonntag freitag morgen abend tag nacht sturm wind regen schnee frost sonne mond stern himmel feld wald
    bach see fluss meer insel land burg turm tor haus hof garten brücke weg straße platz stahl eisen gold silber blei kupfer glas holz
    merz märz mai juni juli august ehre treue friede frieden freiheit hoffnung glaube liebe glück mut macht recht wahrheit
    heil ernst gut bester fromm frei reich arm weise schön`,
  fr: `mer mère père roi reine prince duc comte évêque marchand berger boulanger boucher charpentier lefèvre tailleur meunier petit grand
    gros legrand leblanc blanc noir rouge vert brun roux gris rose fleur arbre bois forêt champ montagne mont rivière lac île pont port tour
    château église maison cour jardin rue place porte mur pierre roche sable or argent fer acier plomb loup renard ours lion aigle faucon
    cheval taureau mouton agneau été hiver printemps automne jour nuit matin soir lundi dimanche mars avril mai juin août paix guerre foi
    espoir amour joie bonheur force droit vérité liberté juste sage bon beau belle vrai faux fort safran naval alors`,
  es: `rey reina príncipe duque conde marqués obispo guerra paz amor fe esperanza alegría fuerza derecho verdad libertad blanco negro rojo
    verde moreno rubio delgado gordo bueno malo bravo fuerte alto bajo nuevo viejo calle plaza puerta puente torre castillo iglesia casa
    corte jardín campo monte montes sierra río lago isla mar costa playa piedra roca arena oro plata hierro acero plomo lobo zorro león
    águila halcón caballo toro cordero verano invierno primavera otoño día noche mañana tarde lunes domingo marzo abril mayo junio agosto
    flores rosa flor árbol bosque robles herrero pastor molina zapatero sacristán cruz santos reyes vega indra romero patria`,
  it: `re regina principe duca conte marchese vescovo guerra pace amore fede speranza gioia forza diritto verità libertà bianco bianchi nero
    neri rosso rossi verde verdi bruno bello grande piccolo buono bravo forte alto basso nuovo vecchio strada piazza porta ponte torre castello
    chiesa casa corte giardino campo monte monti fiume lago isola mare costa spiaggia pietra roccia oro argento ferro acciaio piombo lupo volpe
    leone aquila falco cavallo toro agnello estate inverno primavera autunno giorno notte leonardo fiore fiori rosa leone`,
  pl: `król królowa książę hrabia biskup wojna pokój miłość wiara nadzieja siła prawo prawda wolność biały czarny czerwony zielony wilk lis
    niedźwiedź orzeł sokół gołąb wrona koń byk baran lato zima wiosna jesień dzień noc mróz śnieg wiatr burza kamień góra skała rzeka jezioro
    morze pole las sad most zamek wieża dom dwór kowal młynarz kozak kowalski duda dudy mazur huta`,
  cs: `král královna kníže hrabě biskup válka mír láska víra naděje síla právo pravda svoboda bílý černý červený zelený vlk liška medvěd orel
    sokol holub vrána kůň býk beran léto zima jaro podzim den noc mráz sníh vítr bouře kámen hora skála řeka jezero moře pole les sad most
    zámek věž dům dvůr kovář mlynář novák černá fiala pavel zbrojovka tatra aero`,
  nordic: `lund berg dal bjerg strand strøm ström holm næss nes sjö sø elv skog skov krig fred tro håp hopp kraft rett sannhet frihet hvit vit
    svart sort rød röd grønn grön ulv varg bjørn björn ørn örn falk hauk hök hest häst okse sommer sommar vinter dag natt nat snø snö vind storm
    patria frost`,
  tr: `yıldız yıldırım demir çelik kaya taş dağ deniz göl ırmak orman aslan kurt kartal doğan şahin koç barış savaş umut sevgi güç hak özgür
    güneş ay gök kara ak yeşil kızıl er bey paşa kılıç ok yay kalkan fidan güler`,
  fi: `ocean linden barren majoria clintonia boltonia roken senaten safranin goren orpo avion masto hanta tuskin koski virta kivi lahti niemi mäki järvi metsä harju ranta saari salo laine aalto suomi marin toivo
    onni armo voima rauha sota kari tuuli susi karhu kotka haukka kettu hirvi valta oikeus totuus rinne vuori aho lehto patria hanko ero kotona`,
  et: `barrel senates cainele cybernetical modiga kosile pencel vardi wongi kallas kalda kallast mägi jõgi mets saar ilves kask tamm kuusk lepp saare rand laid põld oja kivi vaher sepp mölder kangur rebane hunt karu kotkas
    issi costal kingi kinga majori dani danis pauli palantiri reedit modist avios sercos berettas esperi lapidist merzit raul`,
  lv: `bērziņš kalniņš ozols ozola liepa liepiņš krūmiņš zariņš vanags balodis lācis vilks zaķis roze jansons miers karš spēks
    masts mastu hans hana hanna filips pola pols polu kola kolam kolu gora gors isa isu dana dans danu kens kenam dragi espera esperam
    esperu pensa pensam pensu skots skota skotu smits smita millers karters brauns brauna foksa foksas kings kinga rids rida kelli milli
    hants hili ero hantu košta koštas parli bennets majors majora kosa kosu riša meja bušu baraku klintons fabiuss miksu`,
  lt: `paluckas kalnas upė miškas vilkas lokys žvirblis balandis sakalas gaidys taika karas jėga gramas majoras majoro solanos paulo danas dano masto cruzo cruza esperis gula gulas`,
  south: `akarom akarja mudro barreja golob marka marko kovač kos lisica vuk vuka medved medvjed orao sokol jelen zec janez novak zupan župan kralj knez ban rat mir vera nada
    sila pravda sloboda crni bijeli beli zeleni rusi avion costi costo pavel duda dudi dudo issi rubija danu mastu esperu danom solano голуб мир рат
    вера сила правда слобода цар крал княз войвода ковач вълк мечка орел сокол гълъб зима лято`,
  sk: `kováč mlynár horváth novák čierny biely holub vlk medveď orol sokol zajac kráľ knieža vojna mier láska viera sila pravda sloboda`,
  hu: `akarnak akart barrét vengut siman murmura murmur austalia bident pencére macét costát costára kostól magyar kovács nagy kiss szabó király
    farkas`,
  ja: `石破 林 森 小林 木原`,
};

const ORDINARY: ReadonlySet<string> = new Set(Object.values(WORDS).flatMap((words) => words.split(/\s+/).map(foldText)));

/** Whether a text, in whatever case it stands and without its diacritics (Støre, store), is a word of everyday language. */
export function isOrdinaryWord(text: string): boolean {
  return ORDINARY.has(foldText(text));
}
