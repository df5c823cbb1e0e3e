package main

import (
	"context"
	"io"
	"testing"

	"ahq/models"
	"ahq/seeds"
	"ahq/workflow"
)

// What came before the library is put there once, when the service is brought up to
// date, and no other command waits for it.
func TestTheLibraryIsFilledByWhatServesOrMigratesOnly(t *testing.T) {
	s := storage{Data: t.TempDir()}
	flow, err := s.flow(t.Context(), realTime)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closing(flow.Store) })
	if err := seeds.Play(t.Context(), flow, everybodysPassword); err != nil {
		t.Fatal(err)
	}
	a, err := flow.Store.AHQByReference(t.Context(), workflow.Itself().Scope(), "2016.1")
	if err != nil {
		t.Fatal(err)
	}
	err = flow.Store.Tx(t.Context(), func(tx *models.Tx) error { return tx.SetEntries(t.Context(), a.ID) })
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		command interface {
			Run(ctx context.Context, stdout io.Writer) error
		}
		missing int
	}{
		{"token create", &tokenCreateCommand{Storage: s, Email: "administrator@example.org", Name: "for a test", Days: 1}, 1},
		{"migrate", &migrateCommand{Storage: s}, 0},
	} {
		if err := c.command.Run(t.Context(), io.Discard); err != nil {
			t.Fatal(err)
		}
		missing, err := flow.Store.Unshelved(t.Context())
		if err != nil || len(missing) != c.missing {
			t.Errorf("after %s the library lacks %v: %v", c.name, missing, err)
		}
	}
}
