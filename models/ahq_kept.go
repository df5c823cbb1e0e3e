package models

import (
	"context"
	"slices"

	lru "github.com/hashicorp/golang-lru/v2"
	"gorm.io/gorm"
)

// mostKept is how many AHQs a store keeps as it last read them: all that are
// open, and some that somebody looks up. Each takes about 50 KB.
const mostKept = 256

// A keptAHQ is an AHQ as it was at a version: every change counts one up.
type keptAHQ struct {
	ID      AHQID
	Version int
}

// AHQ is the one with the id. Nearly every request begins with it, and it seldom
// changes, so the store keeps it: what is asked again is who sees it, and whether
// it was changed since. A Tx reads what nobody else sees yet, and keeps nothing.
func (s *Store) AHQ(ctx context.Context, in Scope, id AHQID) (AHQ, error) {
	now, err := s.ahqNow(ctx, in, id)
	if err != nil {
		return AHQ{}, err
	}
	return s.kept(ctx, in, now)
}

// SeenAHQ is the AHQ for a transaction that changes nothing of it: as the store
// keeps it, if it does.
func (t *Tx) SeenAHQ(ctx context.Context, in Scope, id AHQID) (AHQ, error) {
	now, err := t.ahqNow(ctx, in, id)
	if err != nil {
		return AHQ{}, err
	}
	if a, ok := t.ahqs.Get(now); ok {
		return a.copied(), nil
	}
	return t.AHQ(ctx, in, id)
}

// ahqNow is which version of an AHQ there is.
func (r reader) ahqNow(ctx context.Context, in Scope, id AHQID) (keptAHQ, error) {
	return found(gorm.G[keptAHQ](r.db).Table("ahqs").Select("id, version").Scopes(in.ahqs).Where("id = ?", id).Take(ctx))
}

// kept is an AHQ at a version: as it was read before, or anew.
func (s *Store) kept(ctx context.Context, in Scope, at keptAHQ) (AHQ, error) {
	if a, ok := s.ahqs.Get(at); ok {
		return a.copied(), nil
	}
	a, err := s.reader.AHQ(ctx, in, at.ID)
	if err == nil {
		s.ahqs.Add(keptAHQ{a.ID, a.Version}, a.copied())
	}
	return a, err
}

// copied is an AHQ whose lists are its own. Nobody changes a questionnaire in
// its place.
func (a AHQ) copied() AHQ {
	a.Selected, a.Requesters, a.Compilers = slices.Clone(a.Selected), slices.Clone(a.Requesters), slices.Clone(a.Compilers)
	a.Themes, a.Links = slices.Clone(a.Themes), slices.Clone(a.Links)
	return a
}

func newKept() *lru.Cache[keptAHQ, AHQ] {
	kept, _ := lru.New[keptAHQ, AHQ](mostKept) // it fails for sizes below 1
	return kept
}
