package workflow

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/go-json-experiment/json"

	"ahq/models"
)

// given is what an act was given: it tells one request from another.
type given []any

// once performs an act, or answers with what it gave under the same
// Idempotency-Key before.
func once[R any](ctx context.Context, t *turn, act Act, what given, do func(*turn) (R, error)) (result R, err error) {
	if t.by.Key == "" && t.by.Form == "" {
		return do(t)
	}
	print, err := fingerprint(act, what)
	if err != nil {
		return result, err
	}
	if t.by.Key == "" { // filled in otherwise, a form is another request
		t.by.Key = "form/" + t.by.Form + "/" + print
	}
	if err := t.HoldKey(ctx, t.by.Person.ID, t.by.Key); err != nil {
		return result, err
	}
	before, err := t.Remembered(ctx, t.by.Person.ID, t.by.Key)
	switch {
	case err == nil && before.Fingerprint != print:
		return result, ErrKeyReused
	case err == nil:
		return result, json.Unmarshal([]byte(before.Result), &result)
	case !errors.Is(err, models.ErrNotFound):
		return result, err
	}
	if result, err = do(t); err != nil {
		return result, err
	}
	return result, t.keep(ctx, print, result)
}

// keep remembers a result. When another request with the same key was faster,
// this one is undone and answers as that did.
func (t *turn) keep(ctx context.Context, print string, result any) error {
	text, err := json.Marshal(result)
	if err != nil {
		return err
	}
	err = t.Remember(ctx, models.Remembered{
		PersonID: t.by.Person.ID, Key: t.by.Key, Fingerprint: print, Result: string(text), At: t.now,
	})
	if errors.Is(err, models.ErrDuplicate) {
		return errAgain
	}
	return err
}

// fingerprint tells one request from another.
func fingerprint(act Act, what given) (string, error) {
	text, err := json.Marshal(what, json.Deterministic(true))
	if err != nil {
		return "", fmt.Errorf("what was given to %s: %w", act, err)
	}
	sum := sha256.Sum256(append([]byte(string(act)+"\n"), text...))
	return hex.EncodeToString(sum[:]), nil
}
