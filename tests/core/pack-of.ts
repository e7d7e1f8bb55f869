import type { FormGroup, Pack, PackHeader, PackRecord } from '../../core/pack.ts';
import type { Kind, Office, Profile, Relation } from '../../core/profile.ts';

type Written = string | (Partial<FormGroup> & { readonly texts: readonly string[] });

/** A record for tests: a plain string is a strong form in its own right; a string in parentheses is a weak one. */
export function record(id: string, kind: Kind, forms: readonly Written[], more: Partial<Profile> = {}): PackRecord {
  const groups = forms.map((form): FormGroup => {
    if (typeof form !== 'string') return { alias: form.texts[0] as string, role: 'strong', case: 'capital', how: 'given', ...form };
    const weak = form.startsWith('(');
    const text = weak ? form.slice(1, -1) : form;
    return {
      alias: text,
      role: weak ? 'weak' : 'strong',
      case: /^[A-Z0-9]{1,6}$/.test(text) ? 'exact' : 'capital',
      how: 'given',
      texts: [text],
    };
  });
  const name = more.name ?? groups[0]?.alias ?? id;
  return {
    forms: groups,
    profile: {
      id,
      kind,
      name,
      aliases: [],
      decoys: [],
      offices: [],
      relations: [],
      facts: [],
      sources: ['test'],
      asOf: '2026-01-01',
      ...more,
    },
  };
}

export function packOf(records: readonly PackRecord[], header: Partial<PackHeader> = {}): Pack {
  return {
    header: {
      muster: 1,
      channel: 'test',
      version: 1,
      asOf: '2026-01-01',
      count: records.length,
      sources: { test: { title: 'Test' } },
      fieldWords: [],
      titles: {},
      decoys: [],
      givenNames: [],
      ...header,
    },
    records,
  };
}

export const office = (role: Office['role'], name = 'Office'): Office => ({ office: name, role, source: 'test' });
export const relation = (type: Relation['type'], to: string): Relation => ({ type, to, source: 'test' });
