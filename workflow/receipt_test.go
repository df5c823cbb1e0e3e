package workflow

import (
	"bytes"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/go-json-experiment/json"
	"pgregory.net/rapid"

	"ahq/models"
	"ahq/models/modelstest"
)

func TestAReceiptIsOursAsItWasSigned(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		w.submitted(a, "BE", models.WiderYes)
		r := w.of(a, "BE")
		receipt, err := w.Receipt(w.ctx, w.as("BE reader").Scope(), r.ID, 1)
		w.must(err)
		given, err := json.Marshal(receipt)
		w.must(err)
		for what, c := range map[string]struct{ from, to string }{
			"as it was given":   {"", ""},
			"another NCP":       {`"BE"`, `"AT"`},
			"another choice":    {`"wider":true`, `"wider":false`},
			"a later hour":      {`:00:00Z`, `:01:00Z`},
			"a word more":       {`{`, `{"word":"more",`},
			"somebody's key":    {receipt.Key, strings.Repeat("A", len(receipt.Key))},
			"no key":            {receipt.Key, ""},
			"a cut signature":   {receipt.Signature, receipt.Signature[:20]},
			"another signature": {receipt.Signature, strings.Repeat("A", len(receipt.Signature))},
			"no JSON":           {"{", "<"},
		} {
			text := strings.Replace(string(given), c.from, c.to, 1)
			if c.from != "" && text == string(given) {
				t.Fatalf("%s: %q is not in %s", what, c.from, given)
			}
			read, err := w.VerifyReceipt(w.ctx, []byte(text))
			if changed := text != string(given); changed != errors.Is(err, ErrNoReceipt) {
				t.Errorf("%s: %v", what, err)
			}
			if err == nil && read != receipt {
				t.Errorf("%s: read as %+v", what, read)
			}
		}
		_, err = w.Receipt(w.ctx, w.as("AT reader").Scope(), r.ID, 1)
		w.expect(err, "not found")
	})
}

func TestAReceiptAsAPageIsOursToTheLastByte(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		w.submitted(a, "BE", models.WiderYes)
		r, scope := w.of(a, "BE"), w.as("BE reader").Scope()
		name, page, err := w.ReceiptPDF(w.ctx, scope, r.ID, 1)
		w.must(err)
		_, again, err := w.ReceiptPDF(w.ctx, scope, r.ID, 1)
		w.must(err)
		if !bytes.Equal(page, again) || !strings.HasSuffix(name, "-BE-1.pdf") {
			t.Errorf("asked again, %s has other bytes", name)
		}
		w.saysIt(page, IsReceipt, "as it was given")
		rapid.Check(t, func(t *rapid.T) {
			at := rapid.IntRange(0, len(page)-1).Draw(t, "at")
			other := bytes.Clone(page)
			other[at] ^= byte(rapid.IntRange(1, 255).Draw(t, "by"))
			v, err := w.Verify(w.ctx, models.Scope{}, bytes.NewReader(other), int64(len(other)))
			if err != nil || v.Finding == IsReceipt {
				t.Fatalf("with byte %d changed it is %s (%v)", at, v.Finding, err)
			}
		})
		w.saysIt(append(bytes.Clone(page), '\n'), Altered, "with a line more")
		w.saysIt(bytes.Replace(page, []byte("Receipt: "), []byte("Receipt; "), 1), Altered, "under another title")
		_, _, err = w.ReceiptPDF(w.ctx, w.as("AT reader").Scope(), r.ID, 1)
		w.expect(err, "not found")
	})
}

// saysIt holds what is said of a file against what it is.
func (w *world) saysIt(file []byte, want Finding, when string) {
	w.t.Helper()
	v, err := w.Verify(w.ctx, models.Scope{}, bytes.NewReader(file), int64(len(file)))
	if err != nil || v.Finding != want || v.Receipt == nil || v.Receipt.NCP != "BE" {
		w.t.Errorf("%s it is %s, not %s (%v)", when, v.Finding, want, err)
	}
}

func TestThereIsOneKeyHoweverManyNeedItFirst(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		keys := make([]string, 8)
		var all sync.WaitGroup
		for i := range keys {
			all.Go(func() {
				var err error
				if keys[i], err = w.PublicKey(w.ctx); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		for _, k := range keys {
			if k != keys[0] || k == "" {
				t.Fatalf("keys %q", keys)
			}
		}
	})
}
