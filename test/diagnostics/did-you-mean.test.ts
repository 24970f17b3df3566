import { didYouMean, nearestWord } from '../../lib/diagnostics';
import { fc } from '../support/laws';

const LEVELS = ['component', 'zone', 'region', 'provider'];

describe('nearestWord', () => {
  it.each([
    ['zon', 'zone'],
    ['Zone', 'zone'],
    ['regoin', 'region'],
    ['provder', 'provider'],
    ['componnents', 'component'],
  ])('takes %s for %s', (typed, meant) => {
    expect(nearestWord(typed, LEVELS)).toBe(meant);
  });

  it('stays silent when nothing is near', () => {
    expect(nearestWord('datacentre', LEVELS)).toBeUndefined();
    expect(nearestWord('x', ['a', 'b'])).toBeUndefined();
    expect(nearestWord('zone', [])).toBeUndefined();
  });

  it('takes the first of equally near words', () => {
    expect(nearestWord('tent', ['test', 'text'])).toBe('test');
  });

  it('finds every word that is spelled right', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z-]{3,12}$/), { minLength: 1 }), fc.nat(), (words, index) => {
        const word = words[index % words.length]!;
        expect(nearestWord(word, words)).toBe(word);
      }),
    );
  });
});

describe('didYouMean', () => {
  it('is a clause to put behind a message, or nothing', () => {
    expect(didYouMean('zon', LEVELS)).toBe('; did you mean "zone"?');
    expect(didYouMean('datacentre', LEVELS)).toBe('');
  });
});
