// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Network } from '../../components/explorer/Network.tsx';
import { data, node, words } from './fake-network.ts';

describe('without WebGL', () => {
  beforeEach(() => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });
  const show = (of = data) => {
    const [onEntity, onPair] = [vi.fn(), vi.fn()];
    render(<Network data={of} words={words} onEntity={onEntity} onPair={onPair} />);
    return { onEntity, onPair };
  };
  const firstCells = (table: string, column: number) =>
    within(screen.getByRole('table', { name: table }))
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.querySelectorAll('td')[column]?.textContent);

  test('the tables stand there with the reason, and axe finds nothing', async () => {
    show();
    expect(screen.getByText('No WebGL here.')).toBeTruthy();
    expect(screen.getAllByRole('table').map((table) => table.querySelector('caption')?.textContent)).toEqual([
      'Names',
      'Pairs',
      'Relations',
    ]);
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test('headings sort: numbers from the largest, again from the least', () => {
    show();
    expect(firstCells('Names', 0)[0]).toBe('Name z');
    const heading = () => within(screen.getByRole('table', { name: 'Names' })).getByRole('button', { name: 'Articles' });
    fireEvent.click(heading());
    expect(firstCells('Names', 2).map(Number)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 40]);
    expect(heading().closest('th')?.getAttribute('aria-sort')).toBe('ascending');
    fireEvent.click(within(screen.getByRole('table', { name: 'Names' })).getByRole('button', { name: 'Name' }));
    expect(firstCells('Names', 0)[0]).toBe('Name a');
  });

  test('names and evidence are buttons', () => {
    const { onEntity, onPair } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Evidence: Name a, Name b' }));
    expect(onPair).toHaveBeenCalledWith('a', 'b');
    fireEvent.click(within(screen.getByRole('table', { name: 'Names' })).getByRole('button', { name: 'Name z' }));
    expect(onEntity).toHaveBeenCalledWith('z');
  });

  test.each([
    ['Counted', ['Names', 'Pairs']],
    ['Asserted', ['Names', 'Relations']],
  ])('%s', (label, captions) => {
    show();
    fireEvent.click(screen.getByRole('radio', { name: label }));
    expect(screen.getAllByRole('table').map((table) => table.querySelector('caption')?.textContent)).toEqual(captions);
  });

  test('many rows come in pages', () => {
    show({ nodes: Array.from({ length: 120 }, (_, i) => node(`n${i}`)), pairs: [], relations: [] });
    expect(firstCells('Names', 0)).toHaveLength(50);
    fireEvent.click(screen.getByRole('button', { name: '50 more' }));
    fireEvent.click(screen.getByRole('button', { name: '20 more' }));
    expect(firstCells('Names', 0)).toHaveLength(120);
    expect(screen.queryByRole('button', { name: /more/ })).toBeNull();
  });

  test('nothing to show is said', () => {
    show({ nodes: [], pairs: [], relations: [] });
    expect(screen.getByText('Nothing to show.')).toBeTruthy();
  });
});
