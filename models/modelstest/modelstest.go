// Package modelstest opens databases for tests: real ones, fresh for each test.
package modelstest

import (
	"testing"
	"time"

	"ahq/models"
)

// Open is a fresh SQLite database in a folder of the test's own.
func Open(t testing.TB) *models.Store {
	t.Helper()
	return opened(t, models.Options{Dir: sqliteDir(t)})
}

// OpenPostgres is a fresh PostgreSQL database; without a server the test is
// skipped, or fails where AHQ_TEST_REQUIRE names postgres.
func OpenPostgres(t testing.TB) *models.Store {
	t.Helper()
	return opened(t, models.Options{URL: migratedPostgres(t)})
}

// Each runs a test on SQLite and on PostgreSQL.
func Each(t *testing.T, test func(t *testing.T, store *models.Store)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, Open(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, OpenPostgres(t)) })
}

// opened gives up on a transaction inside a transaction soon: a test that
// forgets itself should fail, not wait.
func opened(t testing.TB, o models.Options) *models.Store {
	t.Helper()
	o.Patience = 5 * time.Second
	store, err := models.OpenStore(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}
