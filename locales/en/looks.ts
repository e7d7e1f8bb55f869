/** How marks look, and by which keys one goes from one to the next. */
export const looks = {
  preview: 'What marks look like now',
  uncertain: 'Uncertain names always have a pale line, dashed or dotted.',
  /** Goes on with one of the strengths. */
  strength: 'Marks are',
  /** Names of two choices; `kind` is the heading of a group. */
  lineOf: (kind: string) => `${kind}: line`,
  colourOf: (kind: string) => `${kind}: colour`,
  lines: {
    solid: 'Line',
    double: 'Double line',
    dotted: 'Dots',
    dashed: 'Dashes',
    wavy: 'Wave',
    rails: 'Lines below and above',
    'dotted-rails': 'Dots below and above',
    tint: 'Coloured ground',
  },
  colours: {
    blue: 'Blue',
    violet: 'Violet',
    teal: 'Teal',
    ochre: 'Ochre',
    slate: 'Slate',
    rose: 'Rose',
    ink: 'Black or white',
  },
  strengths: {
    subtle: 'subtle',
    normal: 'normal',
    strong: 'strong',
  },
  keys: 'Keys',
  noKey: 'no key',
  onTheCard:
    'On a card that a key has opened, Tab goes to its buttons and Esc closes it. In the popup and the side panel, the arrow keys go from name to name.',
  changeKeys: 'Change keys in the browser',
  browserKeeps: 'The browser keeps the keys, and says if one is taken already.',
  changeInFirefox: 'To change keys, open “Add-ons and themes” (about:addons), the cogwheel, “Manage Extension Shortcuts”.',
  /** The commands of the manifest. */
  commands: {
    _execute_action: 'Who is on this page: the popup',
    'look-up': 'Search the profiles',
    'open-card': 'Open the card of the name that was reached',
    'next-mention': 'Go to the next name on the page',
    'previous-mention': 'Go to the previous name on the page',
    pause: 'Pause or resume everywhere',
  },
};

export type LooksWords = typeof looks;
