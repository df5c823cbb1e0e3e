package main

import (
	"strings"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
	"ahq/seeds"
	"ahq/workflow"
)

// The service prints an edition by a process of its own, which finds the
// database, prints all that is usually wanted, and says so file by file.
func TestAnEditionIsPrintedByAProcessOfItsOwn(t *testing.T) {
	t.Setenv("AHQ_TEST_BE_THE_PROGRAM", "1")
	for name, place := range map[string]func(*testing.T) storage{
		"sqlite":   func(t *testing.T) storage { return storage{Data: t.TempDir()} },
		"postgres": func(t *testing.T) storage { return storage{Data: t.TempDir(), Database: modelstest.PostgresURL(t)} },
	} {
		t.Run(name, func(t *testing.T) {
			s, self := place(t), workflow.Itself()
			flow, err := s.flow(t.Context(), realTime)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { closing(flow.Store) })
			if err := seeds.Play(t.Context(), flow, everybodysPassword); err != nil {
				t.Fatal(err)
			}
			ahq, err := flow.Store.AHQByReference(t.Context(), self.Scope(), "2016.1")
			if err != nil {
				t.Fatal(err)
			}
			edition, err := flow.Compile(t.Context(), self, ahq.ID, models.Internal, "for a test")
			if err != nil {
				t.Fatal(err)
			}
			told := 0
			if err := flow.Print(t.Context(), edition.ID, flow.Now(), func() { told++ }); err != nil {
				t.Fatal(err)
			}
			prints, err := flow.Store.Prints(t.Context(), self.Scope(), edition.ID)
			if progress := workflow.PrintProgressOf(prints); err != nil || progress.Done != progress.All || told != progress.All {
				t.Errorf("%d of %d files are printed, %d were told of: %v", progress.Done, progress.All, told, err)
			}
			err = flow.Print(t.Context(), "no-such-edition", flow.Now(), func() {})
			if err == nil || !strings.Contains(err.Error(), "no-such-edition") {
				t.Errorf("what cannot be printed says: %v", err)
			}
		})
	}
}
