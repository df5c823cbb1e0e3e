package models

import (
	"context"
	"strings"
	"time"

	"gorm.io/gorm"

	"ahq/forms"
)

// An Entry is what one audience finds of an AHQ in the library. What is not for
// that audience is not in its entry, so no search can tell of it.
type Entry struct {
	Number      int64 `gorm:"primaryKey"`
	AHQID       AHQID `gorm:"column:ahq_id"`
	Audience    Audience
	Reference   string
	Topic       string
	IssuedAt    time.Time `gorm:"serializer:utc"`
	Year        int
	Listed      bool // in the library; the others are only found
	Respondents int

	EntryTexts `gorm:"-"`

	Themes     []string `gorm:"-"`
	Requesters []string `gorm:"-"` // codes
	Countries  []string `gorm:"-"` // codes of those who answered

	Answers []EntryAnswer `gorm:"-"` // only written
}

// EntryTexts are the longer texts of an entry, apart from what was answered.
type EntryTexts struct {
	Entry      int64 `gorm:"primaryKey"`
	Background string
	Questions  string // one a line
}

// An EntryAnswer is what one NCP answered, in one text.
type EntryAnswer struct {
	Entry int64  `gorm:"primaryKey"`
	NCP   string `gorm:"primaryKey"`
	Text  string
	Stems string // of its words, each once, between spaces
}

// An entryMark is something that an entry can be chosen by.
type entryMark struct {
	Kind     MarkKind `gorm:"primaryKey"`
	Value    string   `gorm:"primaryKey"`
	Audience Audience `gorm:"primaryKey"`
	Entry    int64    `gorm:"primaryKey"`
}

// A MarkKind is what entries can be chosen by.
type MarkKind string

// The kinds of marks.
const (
	ThemeMark     MarkKind = "theme"
	RequesterMark MarkKind = "requester"
	CountryMark   MarkKind = "country"
)

// audience is whose entries the scope finds: those for members of the network, or
// those for everybody.
func (s Scope) audience() Audience {
	if s.Unlimited || s.Network {
		return Internal
	}
	return Public
}

// SetEntries writes what the library has of an AHQ, instead of what it had.
func (t *Tx) SetEntries(ctx context.Context, ahq AHQID, entries ...Entry) error {
	if err := t.alone(ctx, "entry "+string(ahq)); err != nil {
		return err
	}
	before, err := gorm.G[Entry](t.db).Where("ahq_id = ?", ahq).Find(ctx)
	if err != nil {
		return err
	}
	for _, e := range before {
		if err := t.dropEntry(ctx, e); err != nil {
			return err
		}
	}
	for i := range entries {
		if err := t.addEntry(ctx, entries[i]); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) dropEntry(ctx context.Context, e Entry) error {
	if err := t.words.forget(t.db.WithContext(ctx), e.Audience, e.Number); err != nil {
		return err
	}
	_, err := gorm.G[Entry](t.db).Where("number = ?", e.Number).Delete(ctx)
	return err
}

func (t *Tx) addEntry(ctx context.Context, e Entry) error {
	if err := t.db.WithContext(ctx).Create(&e).Error; err != nil {
		return known(err)
	}
	e.Entry = e.Number
	if err := insert(ctx, t, &e.EntryTexts); err != nil {
		return err
	}
	for _, m := range e.marks() {
		if err := insert(ctx, t, &m); err != nil {
			return err
		}
	}
	all := newStems()
	for _, a := range e.Answers {
		a.Entry, a.Stems = e.Number, " "+strings.Join(all.add(a.Text), " ")+" "
		if err := insert(ctx, t, &a); err != nil {
			return err
		}
	}
	return t.words.keep(t.db.WithContext(ctx), e.Audience, e.Number, indexed{
		topic: newStems().add(e.Topic), questions: newStems().add(e.Questions),
		background: newStems().add(e.Background), answers: all.list(),
	})
}

func (e Entry) marks() (all []entryMark) {
	for _, kind := range []struct {
		of     MarkKind
		values []string
	}{{ThemeMark, e.Themes}, {RequesterMark, e.Requesters}, {CountryMark, e.Countries}} {
		for _, value := range kind.values {
			all = append(all, entryMark{kind.of, value, e.Audience, e.Number})
		}
	}
	return all
}

// mostStems is how many different words of an entry are found. PostgreSQL keeps
// no more than a megabyte of them together.
const mostStems = 20_000

// stems are the words of texts, each once, in order.
type stems struct {
	seen map[string]bool
	all  []string
}

func newStems() *stems { return &stems{seen: map[string]bool{}} }

// add a text, whose own stems are given back.
func (s *stems) add(text string) (own []string) {
	in := map[string]bool{}
	for term := range forms.Terms(text) {
		if !in[term.Stem] && len(own) < mostStems {
			in[term.Stem] = true
			own = append(own, term.Stem)
		}
		if !s.seen[term.Stem] && len(s.all) < mostStems {
			s.seen[term.Stem] = true
			s.all = append(s.all, term.Stem)
		}
	}
	return own
}

func (s *stems) list() []string { return s.all }
