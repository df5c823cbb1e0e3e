package workflow

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/go-json-experiment/json"

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
