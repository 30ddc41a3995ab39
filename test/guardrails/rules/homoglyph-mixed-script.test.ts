import { describe, expect, it } from 'vitest';
import { homoglyphMixedScript } from '../../../src/guardrails/rules/homoglyph-mixed-script.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

describeLists(homoglyphMixedScript, {
  good: [
    'Fall, sorted',
    'Café mornings, crème knits, Größe M, señor, łódź',
    'A Ω watch, a Δ sofa and π day',
    'αβγ: three new scents',
    'ΑΧΩ sweaters are in',
    '№ 5, 10 µm, 10 μm, 5 kΩ, Loom™, Marlow®, 1ª and 2º',
    '1ˢᵗ, 2ⁿᵈ, Mˡˡᵉ and Mᵐᵉ, 5 m² for you',
    'LoomⓇ socks',
    'Steps ① to ③, vitamin Ⓒ, platform 🅰 or 🅱️',
    'Blood types 🅰️ and 🅾️, sale 🆕 🆓 🆒',
    'Take the Ⓜ️ to Ⅷ Street, part Ⅻ',
    '500 mℓ and 5 ℓ in ℝ',
    'Coat season 🧥',
    'Kits for 🇺🇸🇨🇦🇲🇽',
    'Москва: the new scent',
    'Привет from the Loom studio',
    'Новая коллекция уже здесь',
    'Сон, нос и кот: новая коллекция',
    'Νέα συλλογή για το φθινόπωρο',
    'Ο χρόνος και το ρολόι',
    'Նոր հավաքածու',
    '東京 edit: kimono jackets',
    'Tシャツ, BTSグッズ and IKEAの',
    { line: '新作ＮＥＷコート', locale: 'ja-JP' },
    { line: 'ＳＡＬＥ 50%', locale: 'ja-JP' },
    { line: 'НОТ и СОР', locale: 'ru-RU' },
    { line: 'Коллекция T-shirt и SMS-рассылка', locale: 'ru-RU' },
    { line: 'The Λvant chair', options: { allow: ['Λvant'] } },
    'خصم على المعاطف الجديدة',
  ],
  bad: [
    '[|𝗙𝗥𝗘𝗘|] shipping',
    '[|𝐅ree|] shipping',
    '[|𝓒𝓸𝔃𝔂|] [|𝓀𝓃𝒾𝓉𝓈|]',
    '[|Ｖｉｎｔａｇｅ|] coats',
    '[|ⓒⓗⓔⓐⓟ|] coats',
    '[|🆂🅰🅻🅴|] is on',
    '[|Ⓢale|] is on',
    '[|ꜰʀᴇᴇ|] coats',
    '[|ᶠʳᵉᵉ|] coats',
    '[|ⅽheap|] coats',
    '[|chɑnge|] of [|pɡs|]',
    '[|Сheap|] coats',
    '[|chХap|] coats',
    '[|Frее|] coats',
    '[|Βoots|] and [|coаts|]',
    '[|Cհeap|] coats',
    '[|Сосо|] perfume',
    '[|НОТ|] coats',
    '[|СНЕАР|]',
    '[|ΗΟΤ|] coats',
    '[|ᏚᎪᏞᎬ|] is on',
    'The [|Λvant|] chair',
    '[|🇸🇦🇱🇪|] is on',
    { line: '[|Cкидки|] сегодня', locale: 'ru-RU', because: 'The first letter is Latin.' },
    { line: "Hi {{ first_name|default:'[|friеnd|]' }}", dialect: 'klaviyo' },
  ],
});

describe('homoglyph-mixed-script', () => {
  it('names the alphabets, and types the word anew', () => {
    expect(findingsIn(homoglyphMixedScript, { line: 'Сheap coats' })[0]).toMatchObject({
      severity: 'block',
      message:
        '"Сheap" mixes Latin and Cyrillic letters that look alike; type it anew in plain letters, since filters and screen readers stumble over it.',
      suggestion: { start: 0, end: 5, text: 'Cheap' },
    });
  });

  it.each([
    ['𝗙𝗥𝗘𝗘', 'FREE'],
    ['Ｖｉｎｔａｇｅ', 'Vintage'],
    ['🆂🅰🅻🅴', 'SALE'],
    ['Сосо', 'Coco'],
    ['ᶠʳᵉᵉ', 'free'],
  ])('suggests for %s the word %s', (line, text) => {
    expect(findingsIn(homoglyphMixedScript, { line: `${line} coats` })[0]?.suggestion?.text).toBe(text);
  });

  it('suggests nothing where the other alphabet is the right one', () => {
    const [finding] = findingsIn(homoglyphMixedScript, { line: 'Cкидки', locale: 'ru-RU' });
    expect(finding?.suggestion).toBeUndefined();
  });

  it('finds nothing left once its suggestion is taken', () => {
    expect(findingsIn(homoglyphMixedScript, { line: 'FREE Vintage Coco coats' })).toEqual([]);
  });
});
