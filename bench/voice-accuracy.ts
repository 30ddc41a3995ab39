/** How well the voice score tells brands apart, on lines it was not fed; a part of `npm run accuracy`. */
import {
  belowUsual,
  type Guess,
  guessesOfExemplars,
  guessesOfKeptAside,
  keptAside,
  voiceBrands,
} from '../test/support/voice-lines.ts';

/** Print the figures. `realLines` are subject lines of other shops, where there are any at hand. */
export function reportVoices(options: { readonly isVerbose: boolean; readonly realLines: readonly string[] }): void {
  confusion('lines kept aside', guessesOfKeptAside(), options.isVerbose);
  confusion('exemplars, each left out of its own profile', guessesOfExemplars(), options.isVerbose);
  const machine = keptAside.filter(({ brand }) => brand === null).map(({ text }) => text);
  console.log("\nLines of nobody's voice below the tenth percentile of the brand's own exemplars");
  console.table(
    voiceBrands.map((brand) => {
      const others = keptAside.filter((line) => line.brand !== null && line.brand !== brand).map(({ text }) => text);
      const own = keptAside.filter((line) => line.brand === brand).map(({ text }) => text);
      return {
        brand,
        'as a machine writes': share(brand, machine),
        'of the other two brands': share(brand, others),
        'of other shops': share(brand, options.realLines),
        'its own, kept aside': share(brand, own),
      };
    }),
  );
}

function confusion(what: string, guesses: readonly Guess[], isVerbose: boolean): void {
  const right = guesses.filter(({ brand, guess }) => brand === guess);
  const percent = ((100 * right.length) / guesses.length).toFixed(1);
  console.log(`\nVoices told apart, ${what}: ${right.length} of ${guesses.length} (${percent} %)`);
  console.table(
    voiceBrands.map((brand) => {
      const own = guesses.filter((guess) => guess.brand === brand);
      const taken = (guess: string | null) => own.filter((each) => each.guess === guess).length;
      return {
        brand,
        ...Object.fromEntries(voiceBrands.map((other) => [`taken for ${other}`, taken(other)])),
        'two alike': taken(null),
      };
    }),
  );
  if (!isVerbose) return;
  for (const { text, brand, guess } of guesses)
    if (guess !== brand) console.log(`${brand} taken for ${guess ?? 'two'}: ${JSON.stringify(text)}`);
}

function share(brand: string, texts: readonly string[]): string {
  if (texts.length === 0) return '–';
  const below = belowUsual(brand, texts);
  return `${below} of ${texts.length} (${((100 * below) / texts.length).toFixed(0)} %)`;
}
