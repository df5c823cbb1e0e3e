package modelstest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"
)

var errNoPostgres = errors.New("PostgreSQL is not on this machine: apt-get install postgresql, " +
	"or name a server in AHQ_TEST_POSTGRES (postgres://...)")

// A server of our own forgets everything, so that it need not be careful.
var postgresSettings = []string{
	"-c", "listen_addresses=", "-c", "unix_socket_permissions=0777",
	"-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off",
	"-c", "shared_buffers=24MB", "-c", "max_connections=60", "-c", "autovacuum=off",
	"-c", "wal_level=minimal", "-c", "max_wal_senders=0", "-c", "timezone=Europe/Brussels",
}

// untilOrphaned runs the server in the folder $1 until this process ends in
// whatever way, for then its standard input ends, and leaves nothing behind.
const untilOrphaned = `dir=$1; shift; "$@" >"$dir/log" 2>&1 </dev/null & server=$!
while read -r _; do :; done
kill -INT $server; wait $server; rm -rf "$dir"`

// startPostgres starts a server for this test process, and says where it is.
func startPostgres() (server, error) {
	programs, err := postgresPrograms()
	if err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp("", "ahq-postgres-")
	if err != nil {
		return "", err
	}
	address, err := serve(programs, dir)
	if err != nil {
		return "", errors.Join(fmt.Errorf("start PostgreSQL for the tests: %w", err), os.RemoveAll(dir))
	}
	return server(address), nil
}

func serve(programs, dir string) (string, error) {
	as, err := humbleUser(dir)
	if err != nil {
		return "", err
	}
	data := filepath.Join(dir, "data")
	initdb := exec.CommandContext(context.Background(), filepath.Join(programs, "initdb"), "-D", data,
		"-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions")
	initdb.SysProcAttr, initdb.Dir = as, dir
	if out, err := initdb.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	arguments := []string{"-c", untilOrphaned, "sh", dir, filepath.Join(programs, "postgres"), "-D", data, "-k", dir}
	process := exec.CommandContext(context.Background(), "sh", append(arguments, postgresSettings...)...)
	process.SysProcAttr, process.Dir = as, dir
	if _, err := process.StdinPipe(); err != nil {
		return "", err
	}
	if err := process.Start(); err != nil {
		return "", err
	}
	go process.Wait() //nolint:errcheck // for as long as we live: who waits holds the standard input open
	address := "postgres://postgres@/postgres?host=" + dir
	return address, answers(address, filepath.Join(dir, "log"))
}

// answers waits until the server does.
func answers(address, log string) error {
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	for {
		conn, err := pgx.Connect(ctx, address)
		if err == nil {
			return conn.Close(ctx)
		}
		if ctx.Err() != nil {
			said, _ := os.ReadFile(log)
			return fmt.Errorf("%w: %s", err, said)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// postgresPrograms is the folder with initdb and postgres: Debian keeps it off
// the path, the newest is taken.
func postgresPrograms() (string, error) {
	folders, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil {
		return "", err
	}
	slices.SortFunc(folders, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(b, a)) })
	if onPath, err := exec.LookPath("initdb"); err == nil {
		folders = append(folders, filepath.Dir(onPath))
	}
	for _, folder := range folders {
		if _, err := exec.LookPath(filepath.Join(folder, "postgres")); err == nil {
			return folder, nil
		}
	}
	return "", errNoPostgres
}
