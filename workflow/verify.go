package workflow

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"

	"github.com/go-json-experiment/json"

	"ahq/models"
	"ahq/workflow/document"
)

// A Finding is what a file turns out to be.
type Finding string

// The findings.
const (
	Match     Finding = "match"   // an edition, to the byte
	Altered   Finding = "altered" // it says that it is an edition or a receipt, and was changed since
	IsReceipt Finding = "receipt" // a receipt that we signed
	Unknown   Finding = "unknown" // nothing of ours
)

// A Verdict says what a file is, and of what.
type Verdict struct {
	Finding      Finding              `json:"finding"`
	AHQ          string               `json:"ahq,omitempty"` // reference
	Topic        string               `json:"topic,omitempty"`
	ID           models.CompilationID `json:"id,omitempty"`
	Edition      int                  `json:"edition,omitzero"`
	Audience     models.Audience      `json:"audience,omitempty"`
	Print        *models.Print        `json:"-"`
	SHA256       string               `json:"sha256"`
	SupersededBy int                  `json:"superseded_by,omitzero"` // the newest edition, if it is another
	Withdrawn    bool                 `json:"withdrawn,omitzero"`     // an answer in it is not disseminated any more
	Receipt      *SignedReceipt       `json:"receipt,omitempty"`
}

// longestReceipt is more than any receipt of ours has, in bytes.
const longestReceipt = 16 << 10

// Verify says what a file is: one that was printed here, one that was changed
// since, a receipt, or nothing of ours. It tells no more of an edition than the
// scope may know.
func (w *Workflow) Verify(ctx context.Context, scope models.Scope, file io.ReaderAt, size int64) (Verdict, error) {
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(file, 0, size)); err != nil {
		return Verdict{}, err
	}
	v := Verdict{Finding: Unknown, SHA256: hex.EncodeToString(sum.Sum(nil))}
	print, err := w.Store.PrintByHash(ctx, scope, v.SHA256)
	if err == nil {
		v.Finding, v.ID, v.Print = Match, print.CompilationID, &print
		return v, w.tellOf(ctx, scope, &v)
	}
	if !errors.Is(err, models.ErrNotFound) {
		return v, err
	}
	if found, err := w.receiptIn(ctx, file, size, &v); found || err != nil {
		return v, err
	}
	if found, err := w.receiptFileIn(ctx, file, size, &v); found || err != nil {
		return v, err
	}
	m, said := manifestIn(file, size)
	if !said {
		return v, nil
	}
	v.Finding, v.ID = Altered, m.ID
	if err := w.tellOf(ctx, scope, &v); errors.Is(err, models.ErrNotFound) {
		return Verdict{Finding: Unknown, SHA256: v.SHA256}, nil
	} else if err != nil {
		return v, err
	}
	return v, nil
}

// tellOf fills in the edition that a file is of.
func (w *Workflow) tellOf(ctx context.Context, scope models.Scope, v *Verdict) error {
	c, err := w.Store.Compilation(ctx, scope, v.ID)
	if err != nil {
		return err
	}
	words, err := w.frozenIn(ctx, c)
	if err != nil {
		return err
	}
	latest, err := w.Store.LatestCompilation(ctx, scope, c.AHQID, c.Audience)
	if err != nil {
		return err
	}
	v.AHQ, v.Topic = reference(words.AHQ), words.AHQ.Topic
	v.Edition, v.Audience, v.Withdrawn = c.Number, c.Audience, c.WithdrawnAt != nil
	if latest.Number != c.Number {
		v.SupersededBy = latest.Number
	}
	return nil
}

// receiptIn reads a file as a receipt, if it is short enough to be one.
func (w *Workflow) receiptIn(ctx context.Context, file io.ReaderAt, size int64, v *Verdict) (bool, error) {
	if size > longestReceipt {
		return false, nil
	}
	text, err := io.ReadAll(io.NewSectionReader(file, 0, size))
	if err != nil {
		return false, err
	}
	r, err := w.VerifyReceipt(ctx, text)
	if errors.Is(err, ErrNoReceipt) {
		return false, nil
	}
	if err == nil {
		v.Finding, v.AHQ, v.Receipt = IsReceipt, r.AHQ, &r
	}
	return err == nil, err
}

// manifestIn is what a file says of itself, if it says anything. It may be
// anyone's file, so whatever is wrong with it only means that it says nothing.
func manifestIn(file io.ReaderAt, size int64) (m Manifest, said bool) {
	text, err := document.Manifest(file, size)
	if err == nil {
		err = json.Unmarshal(text, &m)
	} else {
		var data struct {
			Manifest *Manifest `json:"manifest"`
		}
		err = json.UnmarshalRead(io.NewSectionReader(file, 0, size), &data)
		if data.Manifest != nil {
			m = *data.Manifest
		}
	}
	return m, err == nil && m.ID != ""
}
