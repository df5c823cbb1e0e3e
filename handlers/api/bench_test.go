package api_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"

	"ahq/forms"
	"ahq/handlers/api"
	"ahq/models"
	"ahq/models/modelstest"
	"ahq/workflow"
)

// clients is how many submit at once on the last afternoon.
const clients = 8

// BenchmarkSubmitOverHTTP is one submit, over HTTP and on PostgreSQL, by eight
// clients at once. Beside it stands what pgbench makes of the three writes in it
// (the version, the response, the event), on the same server.
func BenchmarkSubmitOverHTTP(b *testing.B) {
	url := modelstest.PostgresURL(b)
	store, err := models.OpenStore(b.Context(), models.Options{URL: url})
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close() //nolint:errcheck // the database is dropped
	if err := store.Migrate(b.Context()); err != nil {
		b.Fatal(err)
	}
	w := newWorld(b, store)
	w.must(w.flow.SetMemberships(b.Context(), workflow.Itself(), w.actor(belgian).Person.ID, []models.Membership{
		{NCP: "AT", Role: models.Coordinator}, {NCP: "BE", Role: models.Coordinator},
	}))
	drafts := w.drafts(b.N)
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients}}
	var next atomic.Int64
	b.SetParallelism(max(1, clients/runtime.GOMAXPROCS(0)))
	b.ResetTimer()
	b.RunParallel(func(p *testing.PB) {
		for p.Next() {
			w.submitOver(client, drafts[next.Add(1)-1])
		}
	})
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "submits/s")
	threeWrites(b, url)
}

// drafts are that many responses without errors.
func (w *world) drafts(n int) []models.ResponseID {
	w.t.Helper()
	ctx, ids := w.t.Context(), make([]models.ResponseID, 0, n+2)
	for len(ids) < n {
		asked := w.issued()
		for _, ncp := range []string{"BE", "AT"} {
			r, err := w.flow.Store.ResponseOf(ctx, models.Scope{Unlimited: true}, asked.ID, ncp)
			w.must(err)
			_, err = w.flow.SaveCell(ctx, workflow.Itself(), r.ID, workflow.CellSave{
				Place: workflow.Place{Question: "policy"}, Answer: forms.Answer{Text: strings.Repeat("We inform people. ", 300)},
			})
			w.must(err)
			ids = append(ids, r.ID)
		}
	}
	return ids
}

func (w *world) submitOver(client *http.Client, id models.ResponseID) {
	r, err := http.NewRequestWithContext(context.Background(), http.MethodPost,
		w.server.URL+api.Prefix+"/responses/"+string(id)+"/submit", strings.NewReader(`{"wider": "yes"}`))
	if err != nil {
		w.t.Error(err)
		return
	}
	r.Header.Set("Authorization", "Bearer "+w.tokens[belgian])
	answered, err := client.Do(r)
	if err != nil {
		w.t.Error(err)
		return
	}
	defer answered.Body.Close() //nolint:errcheck // it was only read
	if body, err := io.ReadAll(answered.Body); err != nil || answered.StatusCode != http.StatusOK {
		w.t.Errorf("%d %s %v", answered.StatusCode, body, err)
	}
}

// script is the three writes of a submit, for pgbench.
const script = `\set i random(1, :n)
begin;
insert into versions select id, nextval('numbers'), :text, 'hash', true, false, false, now(), :by, 'hash', 0 from pile where i = :i;
update responses set state = 'submitted', delivered = delivered + 1, version = version + 1 where id = (select id from pile where i = :i);
insert into events select id, nextval('numbers'), now(), '', 'bench', 'submit', '{}', 'hash', 'hash' from pile where i = :i;
commit;
`

// threeWrites reports how many a second pgbench makes.
func threeWrites(b *testing.B, url string) {
	b.Helper()
	pgbench, err := exec.LookPath("pgbench")
	if err != nil {
		b.Log("pgbench is not here: it comes with Debian's postgresql")
		return
	}
	n := pile(b, url)
	file := filepath.Join(b.TempDir(), "three-writes.sql")
	if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
		b.Fatal(err)
	}
	each := strconv.Itoa(clients)
	out, err := exec.CommandContext(b.Context(), pgbench, "--no-vacuum", "--client="+each, "--jobs=2", "--time=5", "--file="+file,
		fmt.Sprintf("--define=n=%d", n), "--define=text=repeat('We inform people. ', 300)", "--define=by=(select min(id) from persons)", url).CombinedOutput()
	if err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for line := range strings.Lines(string(out)) {
		if rest, ok := strings.CutPrefix(line, "tps = "); ok {
			rate, _, _ := strings.Cut(rest, " ")
			tps, err := strconv.ParseFloat(rate, 64)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(tps, "pgbench/s")
		}
	}
}

// pile numbers the responses for pgbench.
func pile(b *testing.B, url string) (n int) {
	b.Helper()
	conn, err := pgx.Connect(b.Context(), url)
	if err != nil {
		b.Fatal(err)
	}
	defer conn.Close(context.Background()) //nolint:errcheck // the database is dropped
	for _, statement := range []string{
		"create sequence numbers start 1000",
		"create table pile as select row_number() over () as i, id from responses",
		"create index on pile (i)",
		"analyze pile",
	} {
		if _, err := conn.Exec(b.Context(), statement); err != nil {
			b.Fatal(err)
		}
	}
	if err := conn.QueryRow(b.Context(), "select count(*) from pile").Scan(&n); err != nil {
		b.Fatal(err)
	}
	return n
}
