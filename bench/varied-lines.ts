/** As many different lines as one likes, of a mean of 47 characters, more than half of them ASCII, the same every time. */

const colors = 'sand|moss|navy|rust|ecru|clay|sage|plum|ink|oat|coral|slate|amber|fern|chalk|cocoa|denim|ivory'.split(
  '|',
);
const stuffs = 'linen|wool|cotton|oak|cork|felt|jersey|canvas|silk|bamboo|cashmere|corduroy|flannel|leather|hemp'.split(
  '|',
);
const things = (
  'shirts|coats|towels|boots|jackets|shelves|café tables|polos|dresses|curtains|pillows|sandals|scarves|totes|aprons|' +
  'stools|lamps|throws|robes|slippers|mugs|planters|baskets|rugs|duvets|sneakers|beanies|belts|cardigans|hoodies|' +
  'pajamas|raincoats|skirts|socks|trousers|vests|bowls|candles|clocks|frames|kettles|mirrors|napkins|teapots|trays|vases'
).split('|');
const clauses = (
  'that dry by noon|your drawer will like|to wear on the stairs|with deep pockets|we’ve kept for last|that fold flat|' +
  'worth a second look|your sofa’s been missing|with room to grow|cut a bit longer|that age well|for two, or for one|' +
  'our tailors adore|you’ll toss in the wash|that travel light|from Asheville|without the itch|as quiet as snow|' +
  'that outlast us|on the porch by Friday|spun in Maine'
).split('|');
const leads = 'for|made for|ready for|before|after|in time for|all through|beyond'.split('|');
const moments = (
  'slow mornings|the week ahead|rainy Tuesdays|late dinners|the first frost|small halls|a long drive|book club|spring|' +
  'back to school|game night|moving day|two-hour naps|the beach|Thanksgiving|a snow day|early trains|garden parties|' +
  'quiet Sundays|the big move|your next guest|campfires|brunch|winter walks|the holidays|July|city weekends|harvest'
).split('|');
const openings = (
  'New in: |Back again: |The |Meet the |Here are |Today’s pick: |A word on |Finally: |Look: |Fresh from the dock: |' +
  'Still thinking about |Your next |Ready when you are: |Loved by many: |Hello, |Small batch: |Just landed: |' +
  'Reader’s choice: |Saved for you: |How we make |Why we love |Goodbye drafts, hello |One more reason for |Say yes to |' +
  'Never too many |Five ways to wear |A home for your |Weekend plan: |Under the radar: '
).split('|');
const endings = '! 🧥|…|… 🍂| ❄️| 🌿| – now| for fall| – finally| ☕|, at last'.split('|');

/** `count` lines chosen by a fixed sequence; of a million nearly all are different. */
export function variedLines(count: number, seed = 42): string[] {
  let state = seed;
  const upTo = (most: number) => {
    // A linear congruential generator (Numerical Recipes): the lines must not differ between runs.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x100000000) * most);
  };
  const next = (list: readonly string[]) => list[upTo(list.length)] ?? '';
  const maybe = (list: readonly string[], percent: number) => (upTo(100) < percent ? next(list) : '');
  const line = () => {
    const color = maybe(colors, 30);
    const second = maybe(things, 12);
    const say = upTo(2) === 0 ? next(clauses) : `${next(leads)} ${next(moments)}`;
    const what = [upTo(100) < 12 ? `${upTo(90) + 3}` : '', color, maybe(stuffs, 40), next(things)].filter(Boolean);
    return `${next(openings)}${what.join(' ')}${second && ` and ${second}`} ${say}${maybe(endings, 40)}`;
  };
  return Array.from({ length: count }, line);
}
