package models_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/riverqueue/river"

	"ahq/models"
	"ahq/models/modelstest"
)

var errChanged = errors.New("the mind was changed")

// A reminder is a job, as far as these tests need one.
type reminder struct{}

func (reminder) Kind() string { return "reminder" }

func TestATransactionIsDoneWhollyOrNotAtAll(t *testing.T) {
	for name, c := range map[string]struct {
		end  func() error
		left int
	}{
		"done":        {func() error { return nil }, 1},
		"with error":  {func() error { return errChanged }, 0},
		"with a bang": {func() error { panic(errChanged) }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			modelstest.Each(t, func(t *testing.T, store *models.Store) {
				rowAndJob(t, store, c.end)
				ncps := must[[]models.NCP](t)(store.NCPs(t.Context()))
				if len(ncps) != c.left || countJobs(t, store) != c.left {
					t.Errorf("%d rows and %d jobs, want %d of both", len(ncps), countJobs(t, store), c.left)
				}
			})
		})
	}
}

// rowAndJob writes a row and enqueues a job, and ends as it is told.
func rowAndJob(t *testing.T, store *models.Store, end func() error) {
	t.Helper()
	client, err := river.NewClient(store.Jobs(), &river.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = recover() }()
	err = store.Tx(t.Context(), func(tx *models.Tx) error {
		if err := tx.CreateNCP(t.Context(), &models.NCP{Code: "NO", Name: "Norway", Role: models.Observer}); err != nil {
			return err
		}
		if _, err := client.InsertTx(t.Context(), tx.SQL(), reminder{}, nil); err != nil {
			return err
		}
		return end()
	})
	if err != nil && !errors.Is(err, errChanged) {
		t.Error(err)
	}
}

func countJobs(t *testing.T, store *models.Store) int {
	t.Helper()
	client, err := river.NewClient(store.Jobs(), &river.Config{})
	if err != nil {
		t.Fatal(err)
	}
	return len(must[*river.JobListResult](t)(client.JobList(t.Context(), river.NewJobListParams())).Jobs)
}

// Inside a transaction, a second one would wait for ever on SQLite.
func TestATransactionInsideATransactionIsRefused(t *testing.T) {
	dir := t.TempDir()
	store := open(t, models.Options{Dir: dir, Patience: 50 * time.Millisecond})
	if err := store.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	inside := map[string]func() error{
		"a transaction": func() error { return store.Tx(t.Context(), func(*models.Tx) error { return nil }) },
		"a session":     func() error { return store.Sessions().Commit("token", nil, time.Now()) },
	}
	for name, begin := range inside {
		t.Run(name, func(t *testing.T) {
			err := store.Tx(t.Context(), func(*models.Tx) error { return begin() })
			if err == nil || !strings.Contains(err.Error(), "use the Tx") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestWhoGivesUpWaitingIsToldSoByTheirContext(t *testing.T) {
	store := modelstest.Open(t)
	err := store.Tx(t.Context(), func(*models.Tx) error {
		ctx, stop := context.WithTimeout(t.Context(), 20*time.Millisecond)
		defer stop()
		return store.Tx(ctx, func(*models.Tx) error { return nil })
	})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestReadersDoNotWaitForTheWriter(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			r := must[models.Response](t)(tx.LockResponse(ctx, all, belgian))
			r.Late = true
			if err := tx.SaveResponse(ctx, &r); err != nil {
				return err
			}
			ctx, stop := context.WithTimeout(ctx, 5*time.Second)
			defer stop()
			if must[models.Response](t)(store.Response(ctx, all, belgian)).Late {
				t.Error("a reader sees what is not done")
			}
			return nil
		})
		if !must[models.Response](t)(store.Response(t.Context(), all, belgian)).Late {
			t.Error("a reader does not see what is done")
		}
	})
}

func TestManyWritersLoseNothing(t *testing.T) {
	const writers, turns = 8, 20
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		var all sync.WaitGroup
		for range writers {
			all.Go(func() {
				for range turns {
					if err := store.Tx(t.Context(), nextRecord); err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
		all.Wait()
		r := must[models.Response](t)(store.Response(t.Context(), models.Scope{Unlimited: true}, belgian))
		if r.NextRecord != 1+writers*turns || r.Version != r.NextRecord {
			t.Errorf("next record %d at version %d, want both %d", r.NextRecord, r.Version, 1+writers*turns)
		}
	})
}

// nextRecord reads, then writes: SQLite would fail here if it began as a reader.
func nextRecord(tx *models.Tx) error {
	ctx := context.Background()
	r, err := tx.LockResponse(ctx, all, belgian)
	if err != nil {
		return err
	}
	r.NextRecord++
	return tx.SaveResponse(ctx, &r)
}

// Two who each hold what the other wants: PostgreSQL breaks one off, and it is
// done again.
func TestTransactionsThatCrossAreBothDone(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		var both sync.WaitGroup
		for _, order := range [][2]models.ResponseID{{belgian, french}, {french, belgian}} {
			both.Go(func() {
				err := store.Tx(t.Context(), func(tx *models.Tx) error {
					return late(t.Context(), tx, order)
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		both.Wait()
		for _, id := range []models.ResponseID{belgian, french} {
			if r := must[models.Response](t)(store.Response(t.Context(), all, id)); r.Version != 3 {
				t.Errorf("%s was saved %d times, want 2", id, r.Version-1)
			}
		}
	})
}

func late(ctx context.Context, tx *models.Tx, order [2]models.ResponseID) error {
	for _, id := range order {
		r, err := tx.LockResponse(ctx, all, id)
		if err != nil {
			return err
		}
		if err := tx.SaveResponse(ctx, &r); err != nil {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
	return nil
}

// While one saves others may save too, but nobody may submit: on PostgreSQL by
// two kinds of locks, on SQLite since there is one writer.
func TestSavesShareAResponseAndAMoveWaits(t *testing.T) {
	store := modelstest.OpenPostgres(t)
	plant(t, store)
	moved := make(chan error, 1)
	do(t, store, func(ctx context.Context, tx *models.Tx) error {
		must[models.Response](t)(tx.ShareResponse(ctx, all, belgian))
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			must[models.Response](t)(tx.ShareResponse(ctx, all, belgian))
			return tx.SaveCell(ctx, &models.Cell{ResponseID: belgian, RecordID: "r1", Question: "costs"})
		})
		go func() {
			moved <- store.Tx(t.Context(), func(tx *models.Tx) error {
				_, err := tx.LockResponse(t.Context(), all, belgian)
				return err
			})
		}()
		select {
		case err := <-moved:
			t.Errorf("the move did not wait: %v", err)
		case <-time.After(100 * time.Millisecond):
		}
		return nil
	})
	if err := <-moved; err != nil {
		t.Error(err)
	}
}

// What exists already is told apart, and does not end the transaction.
func TestADuplicateIsToldAndTheRestIsDone(t *testing.T) {
	twice := map[string]func(context.Context, *models.Tx) error{
		"an NCP": func(c context.Context, tx *models.Tx) error {
			return tx.CreateNCP(c, &models.NCP{Code: "BE", Name: "Belgium", Role: models.Member})
		},
		"an address": func(c context.Context, tx *models.Tx) error {
			return tx.CreatePerson(c, &models.Person{ID: "new", Email: "office@example.org", CreatedAt: at})
		},
		"a response": func(c context.Context, tx *models.Tx) error {
			return tx.CreateResponse(c, &models.Response{ID: "new", AHQID: query, NCP: "BE", State: models.Draft})
		},
		"a version": func(c context.Context, tx *models.Tx) error {
			return tx.CreateVersion(c, models.Version{ResponseID: belgian, Number: 1, SubmittedAt: at, SubmittedBy: office})
		},
		"an edition": func(c context.Context, tx *models.Tx) error {
			return tx.CreateCompilation(c, models.Compilation{ID: "new", AHQID: query, Number: 1, Audience: models.Public, MadeAt: at, MadeBy: office})
		},
	}
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		for what, again := range twice {
			do(t, store, func(ctx context.Context, tx *models.Tx) error {
				if err := again(ctx, tx); !errors.Is(err, models.ErrDuplicate) {
					t.Errorf("%s twice: %v", what, err)
				}
				return tx.SetSetting(ctx, what, "done")
			})
			must[string](t)(store.Setting(t.Context(), what))
		}
	})
}

// A save from a version that is not the last is told, and changes nothing.
func TestAStaleSaveChangesNothing(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		ctx := t.Context()
		stale(t, store, func() (models.NCP, error) { return store.NCP(ctx, "BE") },
			(*models.Tx).SaveNCP, func(n *models.NCP) *int { return &n.Version })
		stale(t, store, func() (models.Person, error) { return store.Person(ctx, office) },
			(*models.Tx).SavePerson, func(p *models.Person) *int { return &p.Version })
		stale(t, store, func() (models.AHQ, error) { return store.AHQ(ctx, all, query) },
			(*models.Tx).SaveAHQ, func(a *models.AHQ) *int { return &a.Version })
		stale(t, store, func() (models.Response, error) { return store.Response(ctx, all, belgian) },
			(*models.Tx).SaveResponse, func(r *models.Response) *int { return &r.Version })
		stale(t, store, func() (models.Record, error) { return store.Record(ctx, all, belgian, "r1") },
			(*models.Tx).SaveRecord, func(r *models.Record) *int { return &r.Version })
		stale(t, store, func() (models.Cell, error) { return store.Cell(ctx, all, belgian, "r1", "title") },
			(*models.Tx).SaveCell, func(c *models.Cell) *int { return &c.Version })
	})
}

func stale[T any](t *testing.T, store *models.Store, read func() (T, error),
	save func(*models.Tx, context.Context, *T) error, version func(*T) *int) {
	t.Helper()
	first, second := must[T](t)(read()), must[T](t)(read())
	was := *version(&first)
	saved := func(row *T) error {
		return store.Tx(t.Context(), func(tx *models.Tx) error { return save(tx, t.Context(), row) })
	}
	if err := saved(&first); err != nil || *version(&first) != was+1 {
		t.Errorf("%T: %v, at version %d after %d", first, err, *version(&first), was)
	}
	if err := saved(&second); !errors.Is(err, models.ErrStale) || *version(&second) != was {
		t.Errorf("%T again: %v, at version %d after %d", first, err, *version(&second), was)
	}
	now := must[T](t)(read())
	if *version(&now) != was+1 {
		t.Errorf("%T: is at version %d, want %d", first, *version(&now), was+1)
	}
}
