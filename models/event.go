package models

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"gorm.io/gorm"
)

// An Event says who did what and when. Events are only ever appended; each
// carries the hash of the one before.
type Event struct {
	Chain  string    `gorm:"primaryKey" json:"chain"` // the id of an AHQ or a response
	Number int       `gorm:"primaryKey" json:"number"`
	At     time.Time `gorm:"serializer:utc" json:"at"`
	ByID   PersonID  `json:"by_id"`
	ByName string    `json:"by_name"`
	Act    string    `json:"act"`
	Data   EventData `gorm:"serializer:json" json:"data"`
	Before string    `json:"before"`
	Hash   string    `json:"-"`
}

// EventData is what an event needs to be replayed and told.
type EventData struct {
	State   string   `json:"state,omitempty"` // that it led to
	Why     string   `json:"why,omitempty"`
	Record  string   `json:"record,omitempty"`
	Cell    string   `json:"cell,omitempty"`
	Cells   []string `json:"cells,omitempty"`
	NCP     string   `json:"ncp,omitempty"`
	Day     string   `json:"day,omitempty"`
	Number  int      `json:"number,omitzero"` // of a version, an edition, a corrigendum, a text
	Of      int      `json:"of,omitzero"`     // the number of an earlier text, which it says again
	Late    bool     `json:"late,omitzero"`
	Wider   Wider    `json:"wider,omitempty"`
	Subject string   `json:"subject,omitempty"` // a person, a file, by name; an AHQ, by its reference

	Relation LinkKind `json:"relation,omitempty"` // to that AHQ
}

// A chain is where the events of an AHQ or a response have got to. It is a row
// of its own, so that who saves a cell does not wait for who saves another.
type chain struct {
	ID     string `gorm:"primaryKey"`
	Number int
	Head   string // the hash of the last event
}

var (
	// announced are the acts on an AHQ that all hear of who see it.
	announced = []string{"issue", "extend", "correct", "close-on", "close", "reopen", "cancel"}
	// reported are the acts on a response that its requesters and compilers hear
	// of, who do not see its draft: what is not listed is the NCP's own business.
	reported = []string{"respond", "submit", "withdraw", "return", "compile", "amend", "decline", "enter-for", "take-over", "expect",
		"start-thread", "say", "settle"}
)

// Events of an AHQ or a response, as far as the scope may hear of them, oldest
// first.
func (r reader) Events(ctx context.Context, in Scope, chain string) ([]Event, error) {
	return gorm.G[Event](r.db).Scopes(in.events).Where("chain = ?", chain).Order("number").Find(ctx)
}

// LastEvent of an AHQ or a response, as far as the scope may hear of them;
// ErrNotFound when it hears of none.
func (r reader) LastEvent(ctx context.Context, in Scope, chain string) (Event, error) {
	return found(gorm.G[Event](r.db).Scopes(in.events).Where("chain = ?", chain).Order("number desc").Take(ctx))
}

// LastEventAt is when anything last happened to any AHQ or response, the zero
// instant when nothing ever did. It tells no more than that.
func (r reader) LastEventAt(ctx context.Context) (time.Time, error) {
	e, err := found(gorm.G[Event](r.db).Select("at").Order("at desc").Take(ctx))
	if errors.Is(err, ErrNotFound) {
		return time.Time{}, nil
	}
	return e.At, err
}

// AppendEvent adds an event at the end of its chain, and gives it back with its
// number and hashes.
func (t *Tx) AppendEvent(ctx context.Context, e Event) (Event, error) {
	head, err := t.head(ctx, e.Chain)
	if err != nil {
		return e, err
	}
	e.At = utc(e.At)
	e.Number, e.Before = head.Number+1, head.Head
	if e.Hash, err = e.hash(); err != nil {
		return e, err
	}
	if err := insert(ctx, t, &e); err != nil {
		return e, err
	}
	return e, change[chain](ctx, t, map[string]any{"number": e.Number, "head": e.Hash}, "id = ?", e.Chain)
}

// head is the end of a chain, held until the transaction ends; a chain begins
// with its first event.
func (t *Tx) head(ctx context.Context, id string) (chain, error) {
	held := gorm.G[chain](t.db, exclusive).Where("id = ?", id)
	head, err := found(held.Take(ctx))
	if !errors.Is(err, ErrNotFound) {
		return head, err
	}
	if err := insert(ctx, t, &chain{ID: id}); err != nil && !errors.Is(err, ErrDuplicate) {
		return chain{}, err
	}
	return found(held.Take(ctx))
}

// hash is SHA-256 over the event as RFC 8785 canonical JSON, the hash of the one
// before included.
func (e Event) hash() (string, error) {
	text, err := json.Marshal(e)
	if err != nil {
		return "", err
	}
	canonical := jsontext.Value(text)
	if err := canonical.Canonicalize(); err != nil {
		return "", err
	}
	sum := sha256.Sum256(canonical)
	return hex.EncodeToString(sum[:]), nil
}

// VerifyChain says where a whole chain, oldest first, is not as it was written.
func VerifyChain(events []Event) error {
	before := ""
	for i, e := range events {
		hash, err := e.hash()
		switch {
		case err != nil:
			return err
		case e.Number != i+1:
			return fmt.Errorf("chain %s: event %d stands where %d belongs", e.Chain, e.Number, i+1)
		case e.Before != before:
			return fmt.Errorf("chain %s: event %d does not follow the one before it", e.Chain, e.Number)
		case e.Hash != hash:
			return fmt.Errorf("chain %s: event %d was changed after it was written", e.Chain, e.Number)
		}
		before = hash
	}
	return nil
}
