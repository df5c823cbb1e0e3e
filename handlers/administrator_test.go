package handlers

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"ahq/models"
)

func TestTheEventsOfAllAreForTheAdministrator(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.delivered(models.WiderNo)
		_, err := w.flow.Return(t.Context(), w.actor(norway), w.belgium.ID, "A secret word", nil)
		w.must(err)
		for _, c := range []struct {
			when, query, has, not string
			code                  int
		}{
			{"nothing is chosen", "", "submitted a version 2017.1 Belgium", "A secret word", 200},
			{"an act", "?act=return", "returned it", "added a record", 200},
			{"a person", "?by=" + string(w.actor(norway).Person.ID), "issued it", "added a record", 200},
			{"an NCP", "?ncp=BE", "added a record", "named the compilers", 200},
			{"an AHQ", "?ahq=2017.1", "issued it", "", 200},
			{"days without anything", "?until=2016-12-31", "Nothing", "issued it", 200},
			{"its day", "?from=2017-01-19&until=2017-01-19", "issued it", "", 200},
			{"what is no day", "?from=yesterday", "This is no day", "issued it", 422},
			{"an AHQ that there is not", "?ahq=2099.1", "No AHQ has this reference", "issued it", 422},
			{"the chains are verified", "?verify=on", "0 not as written", "", 200},
			{"far behind", "?page=999999", "", "issued it", 200},
		} {
			a := w.as(admin).get("/events" + c.query)
			checkStructure(t, a.Body)
			said := words(a.Body)
			_, rows, _ := strings.Cut(said, "Show all")
			if a.Code != c.code || !strings.Contains(said, c.has) || c.not != "" && strings.Contains(rows, c.not) {
				t.Errorf("when %s: %d\n%s", c.when, a.Code, rows)
			}
			if strings.Contains(a.Body, "CAMEROON") || strings.Contains(a.Body, "secret") {
				t.Errorf("when %s: it tells what was written", c.when)
			}
		}
	})
}

func TestAChainThatWasTamperedWithIsSaid(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.delivered(models.WiderNo)
		w.must(w.flow.Store.Tx(t.Context(), func(tx *models.Tx) error {
			return tamper(t.Context(), tx, string(w.belgium.ID))
		}))
		said := words(w.as(admin).page("/events?verify=on&ahq=2017.1"))
		if !strings.Contains(said, "1 not as written") || !strings.Contains(said, "Belgium: Chain") || !strings.Contains(said, "event 2 was changed") {
			t.Errorf("nothing is said of it:\n%s", said)
		}
	})
}

// tamper with the second event of a chain, as somebody could who has the
// database to themselves.
func tamper(ctx context.Context, tx *models.Tx, chain string) error {
	for _, open := range []string{"drop trigger events_stay", "drop trigger events_stay on events"} {
		if _, err := tx.SQL().ExecContext(ctx, "savepoint before"); err != nil {
			return err
		}
		if _, err := tx.SQL().ExecContext(ctx, open); err == nil {
			break
		}
		if _, err := tx.SQL().ExecContext(ctx, "rollback to savepoint before"); err != nil {
			return err
		}
	}
	_, err := tx.SQL().ExecContext(ctx, "update events set by_name = 'nobody' where number = 2 and chain = '"+chain+"'")
	return err
}

func TestAPersonIsSignedOutEverywhere(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.as(belgium).page("/")
		at := "/people/" + string(w.actor(belgium).Person.ID)
		page := w.as(admin).page(at)
		checkStructure(t, page)
		if !strings.Contains(words(page), "Signed in since") {
			t.Errorf("it does not say since when:\n%s", words(page))
		}
		if a := w.as(admin).post(at+"/sign-out", url.Values{}); a.Code != 303 || a.To != at {
			t.Fatalf("%d to %q", a.Code, a.To)
		}
		if a := w.as(belgium).get("/"); !strings.HasPrefix(a.To, "/sign-in") {
			t.Errorf("they are still in: %d", a.Code)
		}
		if page := words(w.as(admin).page(at)); !strings.Contains(page, "is signed out everywhere") || !strings.Contains(page, "Nowhere.") {
			t.Errorf("it says\n%s", page)
		}
		own := "/people/" + string(w.actor(admin).Person.ID)
		if a := w.as(admin).post(own+"/sign-out", url.Values{}); a.To != "/sign-in" {
			t.Errorf("the administrator is led to %q", a.To)
		}
		if a := w.as(admin).get(own); !strings.HasPrefix(a.To, "/sign-in") {
			t.Errorf("the administrator is still in: %d", a.Code)
		}
	})
}

func TestJobsAreToldWithoutAScript(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.delivered(models.WiderNo) // which has mail to send
		page := w.as(admin).page("/queue")
		checkStructure(t, page)
		if !strings.Contains(words(page), "send-message") && !strings.Contains(words(page), "Waiting") {
			t.Errorf("no job is told of:\n%s", words(page))
		}
		if failed := words(w.as(admin).page("/queue?state=failed")); !strings.Contains(failed, "No job is like that") {
			t.Errorf("nothing failed, and it says\n%s", failed)
		}
		if river := w.as(admin).page("/jobs/"); !strings.Contains(river, `<a href="/queue">`) {
			t.Errorf("nothing leads back:\n%s", river)
		}
	})
}
