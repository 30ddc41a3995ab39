import { describe, expect, it } from 'vitest';
import { hardcodedName } from '../../../src/guardrails/rules/hardcoded-name.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

describeLists(hardcodedName, {
  good: [
    'Welcome home, robins and wrens',
    'Harry & Sally: the holiday edit',
    'Loren sweater, three ways',
    'Paris, here we come',
    'April, sorted',
    'Summer, is that you?',
    'Rose, gold & more',
    'Hello, fall',
    'Hello, Summer',
    'Hello April, your new coat is here',
    'Bonjour, Paris',
    'Good morning, Austin. Your store is open',
    'Hope, joy and a warm coat',
    'Grace, under pressure',
    'Jack, Will and Grace: the box set',
    'May your coats be warm',
    'Will you wear it?',
    'Mark your calendar, May is close',
    'Meet Emma, our softest knit',
    'Meet Emma, Olivia and Anna',
    'Emma, Olivia and Ava: your new favorites',
    'Anna, in oat',
    'Ada, the boot',
    'Anna’s picks for you',
    'A note from our founder, Anna',
    'Your stylist, Anna, has picks for you',
    'Love, Anna',
    'Warmly, Emma',
    'Wear it like Audrey',
    'The Charlotte dress is back',
    'Hello Kitty is back',
    'Hello Kate Spade',
    'Play it again, Sam',
    'Hey Jude, the album',
    'Dear Evan Hansen tickets',
    'Sorry, Charlie: tuna it is not',
    'Ella Fitzgerald, the record',
    'Made by Anna for you',
    'Annabelle the whale is in',
    'Ruby, emerald, sapphire',
    'Dean’s list: your new desk',
    'Denim: your jean is here',
    { line: "Hi {{ first_name|default:'there' }}, Anna wears it well", dialect: 'klaviyo' },
    { line: "{{ first_name|default:'Summer' }} is here", dialect: 'klaviyo' },
    { line: 'Anna, your coat is waiting', options: { allow: ['anna'] } },
    { line: 'Anna, your new coat is waiting', facts: { products: ['Anna coat'] } },
    { line: 'Hello Emma', facts: { mustMention: ['Emma'] } },
    { line: 'Frida, deine Jacke ist da', facts: { claims: [{ text: 'Designed by Frida', substantiation: 'a' }] } },
  ],
  bad: [
    'Welcome home, [|Robert|]. Supper is on',
    '[|Anna|], your coat is waiting',
    '[|Anna|]! Your coat is waiting',
    '[|Anna|] – your coat is waiting',
    '[|Anna|] your coat is waiting',
    '👋 [|Anna|], your coat is waiting',
    '[|ANNA|], YOUR COAT IS WAITING',
    '[|anna|], your coat is waiting',
    '[|\u0410nna|], your coat is waiting',
    '[|An\u200bna|], your coat is waiting',
    '[|Chloé|], you left this',
    'Hi [|Anna|]',
    'Hi, [|Anna|]! New in',
    'Hey [|Ben|], new in',
    'Dear [|Michael|]: coats',
    'Good morning, [|Emma|]',
    'Happy birthday, [|Sarah|]!',
    'Welcome back, [|Daniel|]',
    'Thanks, [|Olivia|]',
    'The linen is in, [|Anna|]',
    'Your edit is live, [|Sarah|] 🎉',
    'Looking for wool, [|Anna|]? You’ll need it',
    'For you, [|Anna|]: coats',
    'Your coat, [|Anna|], is waiting',
    '[|Anna|]: your coat is waiting',
    '[|Anna|]: the coats are in',
    '[|Anna|], the coats are in',
    '[|April|], your coat is waiting',
    '[|Rose|], your order has shipped',
    '[|Charlotte|], your bag is lonely',
    'Hi [|Jordan|], your edit is live',
    'Your coat is in, [|Jack|]',
    { line: 'Hallo [|Sabine|], neue Mäntel', locale: 'de-DE' },
    { line: '[|Jürgen|], deine Jacke ist da', locale: 'de-DE' },
    { line: 'Bonjour [|Élodie|], la maille est là', locale: 'fr-FR' },
    { line: '[|Chiara|], il tuo cappotto ti aspetta', locale: 'it-IT' },
    { line: 'Hola [|Alejandra|], abrigos nuevos', locale: 'es-ES' },
    { line: "Hi {{ first_name|default:'[|Anna|]' }}, new in", dialect: 'klaviyo' },
    { line: "Hi {{ first_name|default:'[|Jordan|]' }}, new in", dialect: 'klaviyo' },
    { line: "[|Anna|], your coat is waiting, {{ first_name|default:'friend' }}", dialect: 'klaviyo' },
    { line: '[|Oriana|], your coat is waiting', options: { extraNames: ['Oriana'] } },
    { line: '[|Anna|], your coat is waiting', facts: { products: ['Annabel coat'] } },
  ],
});

describe('hardcoded-name', () => {
  const severity = (line: string) => findingsIn(hardcodedName, { line })[0]?.severity;

  it('holds back a name that is plainly said to the reader', () => {
    for (const line of ['Anna, your coat is waiting', 'Hi Anna', 'The linen is in, Anna'])
      expect(severity(line)).toBe('block');
  });

  it('only points out what may be a month, a brand or a product', () => {
    for (const line of [
      'April, your coat is waiting',
      'Hi Jordan, your edit is live',
      'Anna: the coats are in',
      'Anna, your new favorite boot',
      'Hello Kate Spade, your bags',
    ])
      expect(severity(line)).toBe('warn');
  });

  it('shows the tag to write, in the dialect of the brand', () => {
    expect(findingsIn(hardcodedName, { line: 'Hi Anna', dialect: 'klaviyo' })[0]?.message).toBe(
      '"Anna" is a name typed into a line that everyone gets; write {{ first_name|default:\'there\' }} instead, or take it out.',
    );
  });

  it('reads the preheader too', () => {
    expect(findingsIn(hardcodedName, { line: 'Coats are in', preheader: 'Hi Anna' })).toMatchObject([
      { field: 'preheader', spans: [{ start: 3, end: 7 }] },
    ]);
  });
});
