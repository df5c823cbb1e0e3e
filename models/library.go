package models

import (
	"context"
	"slices"
	"strings"

	"gorm.io/gorm"

	"ahq/forms"
)

// A LibraryFilter says which entries are looked for. Empty fields leave nothing
// out.
type LibraryFilter struct {
	Text      string // words that all stand in it, in any form
	Theme     string
	Requester string // code
	Country   string // code of an NCP that answered
	Year      int
	Offset    int
	Limit     int
}

// A FoundEntry is an entry as a search shows it. Of its texts it has the topic,
// and a passage with the words.
type FoundEntry struct {
	Entry
	Excerpt Excerpt `gorm:"-"`
	Total   int     // how many were found in all
}

// mostWords is how many words are looked for at once.
const mostWords = 32

// LookedFor are the stems that a search for a text looks for, and whether it had
// more words than are looked for at once.
func LookedFor(text string) (stems []string, cut bool) {
	seen := map[string]bool{}
	for term := range forms.Terms(text) {
		if seen[term.Stem] {
			continue
		}
		if len(stems) == mostWords {
			return stems, true
		}
		seen[term.Stem] = true
		stems = append(stems, term.Stem)
	}
	return stems, false
}

// Library is what the scope finds in the library, the best first, or the newest
// when no words are looked for. A text without a word finds nothing.
func (r reader) Library(ctx context.Context, in Scope, f LibraryFilter) ([]FoundEntry, error) {
	stems, _ := LookedFor(f.Text)
	if len(stems) == 0 && f.Text != "" {
		return nil, nil
	}
	where := f.conditions()
	by := r.words.find(in.audience(), stems, true)
	if len(stems) == 0 {
		by = ranking{rank: when("0")}
	}
	all, err := r.found(ctx, in, by, where, f.Limit, f.Offset)
	if err != nil || len(stems) == 0 {
		return all, err
	}
	return all, r.excerpts(ctx, all, stems)
}

func (f LibraryFilter) conditions() []condition {
	where := []condition{when("entries.listed")}
	const marked = "exists (select 1 from entry_marks where entry_marks.entry = entries.number and kind = ? and value = ?)"
	for _, m := range []entryMark{{Kind: ThemeMark, Value: f.Theme}, {Kind: RequesterMark, Value: f.Requester}, {Kind: CountryMark, Value: f.Country}} {
		if m.Value != "" {
			where = append(where, when(marked, m.Kind, m.Value))
		}
	}
	if f.Year != 0 {
		where = append(where, when("entries.year = ?", f.Year))
	}
	return where
}

// found are the entries that the scope sees, by rank.
func (r reader) found(ctx context.Context, in Scope, by ranking, where []condition, limit, offset int) (all []FoundEntry, err error) {
	where = append(where, when("entries.audience = ?", in.audience()))
	from := "entries"
	before := condition{}
	if by.hits.sql != "" {
		from = "entries join hits on hits.number = entries.number"
		before = condition{"with hits as materialized (" + by.hits.sql + ") ", by.hits.values}
	}
	holds := together(where...)
	sql := before.sql + "select entries.number, ahq_id, audience, reference, topic, issued_at, year, listed, respondents, " + by.rank.sql +
		" as height, count(*) over () as total from " + from + " where " + holds.sql +
		" order by height desc, issued_at desc, entries.number desc limit ? offset ?"
	values := slices.Concat(before.values, by.rank.values, holds.values, []any{limit, offset})
	if err := r.db.WithContext(ctx).Raw(sql, values...).Scan(&all).Error; err != nil {
		return nil, err
	}
	return all, r.marks(ctx, all)
}

// marks fills in what the entries can be chosen by.
func (r reader) marks(ctx context.Context, all []FoundEntry) error {
	numbers, at := numbered(all)
	marks, err := gorm.G[entryMark](r.db).Where("entry in ?", numbers).Order("value").Find(ctx)
	for _, m := range marks {
		e := &all[at[m.Entry]]
		switch m.Kind {
		case ThemeMark:
			e.Themes = append(e.Themes, m.Value)
		case RequesterMark:
			e.Requesters = append(e.Requesters, m.Value)
		case CountryMark:
			e.Countries = append(e.Countries, m.Value)
		}
	}
	return err
}

func numbered(all []FoundEntry) (numbers []int64, at map[int64]int) {
	at = make(map[int64]int, len(all))
	for i, e := range all {
		numbers, at[e.Number] = append(numbers, e.Number), i
	}
	return numbers, at
}

// LibraryEntry is the one with the reference.
func (r reader) LibraryEntry(ctx context.Context, in Scope, reference string) (Entry, error) {
	all, err := r.found(ctx, in, ranking{rank: when("0")}, []condition{when("entries.listed"), when("entries.reference = ?", reference)}, 1, 0)
	if err != nil {
		return Entry{}, err
	}
	if len(all) == 0 {
		return Entry{}, ErrNotFound
	}
	e := all[0].Entry
	e.EntryTexts, err = found(gorm.G[EntryTexts](r.db).Where("entry = ?", e.Number).Take(ctx))
	return e, err
}

// LibraryChoices are the values by which entries of the scope can be chosen.
type LibraryChoices struct {
	Themes, Requesters, Countries []string
	Years                         []int // the last first
}

// LibraryChoices are those that lead to an entry of the library: one is enough, and
// no database is to count them all.
func (r reader) LibraryChoices(ctx context.Context, in Scope, themes []string) (c LibraryChoices, err error) {
	const leads = `(select 1 from entry_marks join entries on entries.number = entry_marks.entry and entries.listed
		where entry_marks.kind = ? and entry_marks.audience = ? and entry_marks.value = VALUE limit 1) is not null`
	db := r.db.WithContext(ctx)
	for _, list := range []struct {
		kind MarkKind
		to   *[]string
	}{{RequesterMark, &c.Requesters}, {CountryMark, &c.Countries}} {
		err := db.Raw("select code from ncps where "+strings.Replace(leads, "VALUE", "ncps.code", 1)+" order by name", list.kind, in.audience()).Scan(list.to).Error
		if err != nil {
			return c, err
		}
	}
	for _, theme := range themes {
		var there bool
		if err := db.Raw("select "+strings.Replace(leads, "VALUE", "?", 1), ThemeMark, in.audience(), theme).Scan(&there).Error; err != nil {
			return c, err
		}
		if there {
			c.Themes = append(c.Themes, theme)
		}
	}
	err = db.Raw("select distinct year from entries where audience = ? and listed order by year desc", in.audience()).Scan(&c.Years).Error
	return c, err
}

// together holds when all do.
func together(conditions ...condition) condition {
	var sql []string
	var values []any
	for _, c := range conditions {
		sql, values = append(sql, c.sql), append(values, c.values...)
	}
	return condition{"(" + strings.Join(sql, " and ") + ")", values}
}

// Unshelved are the AHQs that went out and of which the library has nothing.
func (r reader) Unshelved(ctx context.Context) (ids []AHQID, err error) {
	err = r.db.WithContext(ctx).Raw(`select id from ahqs where issued_at is not null and state <> 'cancelled'
		and not exists (select 1 from entries where entries.ahq_id = ahqs.id) order by issued_at, id`).Scan(&ids).Error
	return ids, err
}

// A LinkedEntry is an entry that another is linked with.
type LinkedEntry struct {
	Relation  LinkKind
	Back      bool // the other made the link
	Reference string
	Topic     string
}

// LinkedEntries are those of the library that the AHQ of an entry is linked with,
// either way, as far as the scope sees them.
func (r reader) LinkedEntries(ctx context.Context, in Scope, ahq AHQID) (all []LinkedEntry, err error) {
	const linked = `select relation, to_id = ? as back, reference, topic from ahq_links
		join entries on entries.listed and entries.ahq_id = case when to_id = ? then from_id else to_id end
		where (from_id = ? or to_id = ?) and entries.audience = ? order by back, reference`
	err = r.db.WithContext(ctx).Raw(linked, ahq, ahq, ahq, ahq, in.audience()).Scan(&all).Error
	return all, err
}
