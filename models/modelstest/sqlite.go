package modelstest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"ahq/models"
)

// sqliteDir is a folder with an empty database in it, up to date.
func sqliteDir(t testing.TB) string {
	t.Helper()
	empty, err := emptySQLite()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "ahq.db"), empty, 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// emptySQLite is the file of such a database: migrating takes time, so that
// each test process does it once.
var emptySQLite = sync.OnceValues(func() (file []byte, err error) {
	dir, err := os.MkdirTemp("", "ahq-sqlite-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := migrated(context.Background(), models.Options{Dir: dir}); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(dir, "ahq.db"))
})

// migrated brings a database up to date and closes it: SQLite then has all of
// it in one file.
func migrated(ctx context.Context, o models.Options) error {
	store, err := models.OpenStore(ctx, o)
	if err != nil {
		return err
	}
	return errors.Join(store.Migrate(ctx), store.Close())
}
