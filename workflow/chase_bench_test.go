package workflow

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

// BenchmarkLookingForWhatIsDue is the tick of every minute: 1,500 AHQs in the
// archive and 50 open ones, with 34 addressees each.
func BenchmarkLookingForWhatIsDue(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *models.Store{"sqlite": modelstest.Open, "postgres": modelstest.OpenPostgres} {
		b.Run(name, func(b *testing.B) {
			w := &Workflow{Store: open(b), Now: func() time.Time { return brusselsAt(b, "2017-01-20 12:00") }}
			archive(b, w.Store)
			for b.Loop() {
				ahqs, _, err := w.dueNow(b.Context())
				if err != nil || len(ahqs) != 0 {
					b.Fatalf("%d are due: %v", len(ahqs), err)
				}
			}
		})
	}
}

// archive fills a store: each addressee has had its invitation and two reminders.
func archive(b *testing.B, store *models.Store) {
	b.Helper()
	err := store.Tx(b.Context(), func(tx *models.Tx) error {
		for _, code := range slices.Sorted(maps.Keys(countries))[:34] {
			if err := tx.CreateNCP(b.Context(), &models.NCP{Code: code, Name: code, Role: models.Member}); err != nil {
				return err
			}
		}
		for i := range 1550 {
			issued := brusselsAt(b, "2016-12-16 10:00")
			a := models.AHQ{
				ID: models.AHQID(fmt.Sprint(i)), Topic: "campaigns", Addressing: models.All, Dissemination: models.EMNOnly, State: models.Closed,
				ReplyBy: "2017-01-23", CreatedAt: issued, IssuedAt: &issued, ChasedFrom: &issued, Questionnaire: asked2016(),
				Requesters: []models.Requester{{NCP: "BE", Lead: true}},
			}
			if i%31 == 0 {
				a.State = models.Open
			}
			if err := tx.CreateAHQ(b.Context(), &a); err != nil {
				return err
			}
		}
		for _, statement := range []string{
			`insert into addressees (ahq_id, ncp, name, role, asked) select id, code, name, role, true from ahqs, ncps`,
			`insert into responses (id, ahq_id, ncp, state) select ahq_id || ncp, ahq_id, ncp, 'draft' from addressees`,
			`insert into reminders (id, ahq_id, ncp, step, about, fate, at)
				select ahq_id || ncp || step, ahq_id, ncp, step, '2017-01-23', 'sent', '2017-01-19 07:00:00+00:00'
				from addressees, (select 'issued' as step union select 'before-7' union select 'before-2') as steps`,
			`analyze`,
		} {
			if _, err := tx.SQL().ExecContext(b.Context(), statement); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}
